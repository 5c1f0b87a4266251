-- Which of these documents were taken before, and as how many documents they count.
SELECT fingerprint, documents FROM taken WHERE fingerprint IN (SELECT unnest($fingerprints::BIGINT[]))
