-- Of which entities this is a spelling: the texts' own way to write it, the machine's name and type
-- for it, and the entity that it is shown as.
SELECT DISTINCT alias, name, entity_alias.type, entity.entity
FROM entity_alias
JOIN entity ON entity.id = entity_alias.entity
WHERE lower(alias) = lower($spelling) AND ($type IS NULL OR entity_alias.type = $type)
ORDER BY alias <> $spelling, name, entity_alias.type, entity.entity
