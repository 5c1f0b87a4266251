-- The three entities whose name is nearest to one that does not exist, or that are spelled so.
SELECT entity.entity
FROM entity
WHERE id IN (SELECT entity FROM mention)
    AND ($type IS NULL OR type = $type)
    AND (
        jaro_winkler_similarity(lower(entity.entity), lower($name)) > 0.75
        OR id IN (SELECT entity FROM entity_alias WHERE lower(alias) = lower($name))
    )
GROUP BY entity.entity
ORDER BY
    bool_or(id IN (SELECT entity FROM entity_alias WHERE lower(alias) = lower($name))) DESC,
    max(jaro_winkler_similarity(lower(entity.entity), lower($name))) DESC,
    entity.entity
LIMIT 3
