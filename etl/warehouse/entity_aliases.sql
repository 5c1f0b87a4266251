-- All spellings: the entity that each is shown as, and the machine's name and type for it.
SELECT entity, alias, name, type FROM entity_alias
