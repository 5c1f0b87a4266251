-- entity_rules
SELECT name, type, spelling, target, target_type, decision
FROM entity_rule
ORDER BY name, type, spelling
