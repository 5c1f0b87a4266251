-- put_versions
-- Keep the earlier versions of changed articles, and where the present ones come from.
-- batch_version, batch_origin: rows of version and origin.
DELETE FROM origin WHERE article IN (SELECT article FROM batch_origin);

INSERT INTO origin BY NAME FROM batch_origin;

INSERT INTO version BY NAME FROM batch_version;
