-- Keep the fingerprints of documents that were taken.
INSERT INTO taken BY NAME
SELECT fingerprint, documents FROM batch_taken
WHERE fingerprint NOT IN (SELECT fingerprint FROM taken)
