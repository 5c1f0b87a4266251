-- What the store knows of itself by this name.
SELECT value FROM setting WHERE name = $name
