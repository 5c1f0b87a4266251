-- rule_entity
INSERT OR REPLACE INTO entity_rule (
    name, type, spelling, target, target_type, decision, made_at
)
VALUES (:name, :type, :spelling, :target, :target_type, :decision, :made_at)
