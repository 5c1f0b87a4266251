-- revised
-- Of these articles those that were changed after publication, and when that was last seen.
SELECT article, max(replaced_at) AS revised_at
FROM version
WHERE article IN (SELECT unnest($ids::BIGINT[]))
GROUP BY article
