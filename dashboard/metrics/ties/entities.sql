-- The entities whose ties are asked for, with a place each.
WITH closest AS (
    SELECT id
    FROM company JOIN entity USING (id)
    WHERE $name <> ''
    ORDER BY association DESC, together DESC, entity, type
    LIMIT coalesce(nullif(least($limit, 60), 0), 60)
),
most_named AS (
    SELECT entity AS id, count_of(story) AS coverage, sum(count) AS mentions
    FROM named
    WHERE $name = ''
    GROUP BY entity
),
top AS (
    SELECT id
    FROM most_named JOIN entity USING (id)
    WHERE $kind IN ('any', type)
    ORDER BY coverage DESC, mentions DESC, entity, type
    LIMIT coalesce(nullif(least($limit, 60), 0), 60)
)
SELECT id, row_number() OVER (ORDER BY id) - 1 AS place
FROM (
    FROM closest
    UNION ALL SELECT id FROM asked WHERE $name <> ''
    UNION ALL FROM top
)
