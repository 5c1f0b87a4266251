-- The titles on both sides of a comparison whose words are looked at: of at most `sample` articles a
-- side, those with the smallest ids. Ids are hashes: that is a fair sample, and always the same.
(SELECT 0 AS side, id, story, title, language FROM selected ORDER BY id LIMIT nullif($sample, 0))
UNION ALL
(SELECT 1, id, story, title, language FROM other ORDER BY id LIMIT nullif($sample, 0))
