-- How many articles of each side a source published.
SELECT 0 AS side, source AS term, NULL::BIGINT AS entity, count_of(story) AS number
FROM selected
GROUP BY source
UNION ALL
SELECT 1, source, NULL, count_of(story) FROM other GROUP BY source
