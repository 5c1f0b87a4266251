-- The articles that the machine read one of these in: names and types, joined by a tab.
SELECT id
FROM reading
WHERE list_has_any($keys::VARCHAR[], list_transform(mentions, lambda one: one.entity || chr(9) || one.type))
ORDER BY id
