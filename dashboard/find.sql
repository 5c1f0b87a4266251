-- The id of an article, by its id or by the first of several ways to write its address.
SELECT id
FROM article
WHERE id = $id::BIGINT OR url = ANY($addresses)
ORDER BY list_position($addresses, url)
LIMIT 1
