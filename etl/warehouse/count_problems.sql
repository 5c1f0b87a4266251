-- Documents that could not be taken, by reason; each counts once, however often it was refused.
SELECT reason, count(DISTINCT (document, place)) AS documents
FROM problem
GROUP BY reason
ORDER BY reason
