-- rule_tag
INSERT OR REPLACE INTO tag_rule (tag, decision, target, label, made_at)
VALUES (:tag, :decision, :target, :label, :made_at)
