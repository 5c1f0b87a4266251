-- The entities of the name that was asked for, whatever its case and their type; without a name,
-- the one that most articles name.
SELECT id FROM entity WHERE $name <> '' AND lower(entity) = lower($name)
UNION ALL
SELECT id
FROM (
    SELECT entity AS id, count_of(story) AS coverage
    FROM named
    WHERE $name = ''
    GROUP BY entity
    ORDER BY coverage DESC, id
    LIMIT 1
)
