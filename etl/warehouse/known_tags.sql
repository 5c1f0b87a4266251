-- Which of these keys a tag has for a name.
SELECT tag AS key FROM tag WHERE tag = ANY($keys)
UNION
SELECT key FROM tag_alias WHERE key = ANY($keys)
