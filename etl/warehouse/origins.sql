-- origins
-- Which document the present text of each of these articles was read from.
SELECT article, document, kind, seen_at FROM origin WHERE article IN (SELECT unnest($ids::BIGINT[]))
