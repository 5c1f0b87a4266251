-- How many articles of each side name an entity.
SELECT 0 AS side, NULL::VARCHAR AS term, entity, count_of(story) AS number
FROM named
GROUP BY entity
UNION ALL
SELECT 1, NULL, entity, count_of(story) FROM named_other GROUP BY entity
