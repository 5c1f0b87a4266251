-- tag_rules
SELECT tag, decision, target, label FROM tag_rule ORDER BY tag
