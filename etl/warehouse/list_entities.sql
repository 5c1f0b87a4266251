-- Entities by the number of articles that name them, with their spellings, the most frequent names
-- first; of one type, or whose name or spelling has a text in it.
WITH named AS (
    SELECT entity AS id, count(*) AS articles, sum("count")::BIGINT AS mentions,
        avg(prominence) AS prominence
    FROM mention
    GROUP BY entity
),
spelled AS (
    SELECT entity AS id, list(DISTINCT alias ORDER BY alias) AS spellings
    FROM entity_alias
    GROUP BY entity
)
SELECT entity, type, country, articles, mentions, round(prominence, 3) AS prominence,
    coalesce(spellings, []) AS spellings
FROM named
JOIN entity USING (id)
LEFT JOIN spelled USING (id)
WHERE ($type IS NULL OR type = $type)
    AND (
        contains(lower(entity), lower($text))
        OR len(list_filter(spellings, lambda one: contains(lower(one), lower($text)))) > 0
    )
ORDER BY articles DESC, mentions DESC, entity, type
LIMIT $limit
