-- Problems by reason
-- How many documents could not be taken, by the reason and the stage that stopped them. A document
-- counts once, however many refreshes met it; one that was mended since counts still. Each row has
-- the last refresh that met the problem, and as an example the first by name of the documents in
-- which that one did. Most documents first. No filter applies.
-- unit: documents
-- grain: one row a reason and stage
-- parameters: none
WITH met AS (
    SELECT reason, stage, count(DISTINCT (document, place)) AS documents, max(refresh) AS last
    FROM problem
    GROUP BY reason, stage
),
example AS (
    SELECT reason, stage, min((document, coalesce(place, ''))) AS first
    FROM problem JOIN met USING (reason, stage)
    WHERE refresh = last
    GROUP BY reason, stage
)
SELECT reason, stage, documents, last::BIGINT AS refresh, started_at,
    first[1] AS document, nullif(first[2], '') AS place
FROM met JOIN example USING (reason, stage) LEFT JOIN refresh ON refresh.refresh = last
ORDER BY documents DESC, reason, stage
