-- The value that each of these keys has by now.
SELECT key, value FROM popularity WHERE key IN (SELECT unnest($keys::BIGINT[]))
