-- What analysts had decided of tags at the last refresh.
SELECT tag, decision, target, label FROM tag_rule ORDER BY tag COLLATE C
