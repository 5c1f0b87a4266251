-- All articles, in an order that is always the same.
SELECT id FROM reading ORDER BY id
