-- Put a batch of sightings in the place of those of the same thing, day, measure and list.

DELETE FROM popularity WHERE key IN (SELECT key FROM batch_popularity);

INSERT INTO popularity BY NAME SELECT * FROM batch_popularity ORDER BY day;
