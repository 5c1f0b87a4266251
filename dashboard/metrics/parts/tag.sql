-- How many articles of each side carry a tag.
SELECT 0 AS side, tag AS term, NULL::BIGINT AS entity, count_of(story) AS number
FROM carried
GROUP BY tag
UNION ALL
SELECT 1, tag, NULL, count_of(story) FROM carried_other GROUP BY tag
