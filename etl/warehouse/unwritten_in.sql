-- The readings that a refresh wrote, less these.
SELECT * FROM reading WHERE refresh = $refresh AND id NOT IN (SELECT unnest($written::BIGINT[]))
