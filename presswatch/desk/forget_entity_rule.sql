-- forget_entity_rule
DELETE FROM entity_rule WHERE name = :name AND type = :type AND spelling = :spelling
