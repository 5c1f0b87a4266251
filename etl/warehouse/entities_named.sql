-- The entities of a name, whatever its case, the one that most articles name first.
SELECT entity.entity, type
FROM entity
JOIN mention ON mention.entity = entity.id
WHERE lower(entity.entity) = lower($name)
GROUP BY entity.entity, type
ORDER BY count(*) DESC, entity.entity, type
