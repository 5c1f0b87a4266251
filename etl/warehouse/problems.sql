-- Documents that could not be taken: of one refresh, or of all.
SELECT document, place, stage, reason, refresh
FROM problem
WHERE $refresh IS NULL OR refresh = $refresh
ORDER BY refresh, document, place
