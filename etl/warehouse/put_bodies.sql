-- Put a batch of changed articles in the place of their earlier readings.

DELETE FROM reading WHERE id IN (SELECT id FROM batch);

INSERT INTO reading BY NAME SELECT * FROM batch;
