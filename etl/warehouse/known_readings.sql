-- What is known of these articles.
SELECT * EXCLUDE (refresh) FROM reading WHERE id IN (SELECT unnest($ids::BIGINT[]))
