-- Keep how articles are shown where that is not as they were read. batch: ids of all of them.
DELETE FROM overlay WHERE id IN (SELECT id FROM batch);

INSERT INTO overlay BY NAME FROM batch_overlay;
