-- Places
-- The places that most articles name, with their country and position where they are known, and
-- the mean tone towards them over the n articles that have one.
-- unit: articles or stories
-- grain: one row a place
-- parameters: limit
WITH counted AS (
    SELECT entity AS id, count_of(story) AS coverage, avg(tone) AS tone, count(tone) AS n
    FROM named
    GROUP BY entity
)
SELECT entity, country, latitude, longitude, coverage, tone, n
FROM counted JOIN entity USING (id)
WHERE type = 'place'
ORDER BY coverage DESC, entity
LIMIT nullif($limit, 0)
