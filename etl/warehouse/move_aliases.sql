-- Put the spellings of some names in the place of what was known of them.
DELETE FROM entity_alias
WHERE (name, type) IN (SELECT (name, type) FROM batch_alias);

INSERT INTO entity_alias BY NAME FROM batch_alias;
