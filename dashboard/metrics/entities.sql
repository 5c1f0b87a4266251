-- Entities
-- The people, organizations, places, events and products that most articles name: the articles,
-- how often they are named in all of them, and the mean tone towards them, each article counting
-- once (the mean over its sentences that name the entity), over the n articles that have one.
-- unit: articles
-- grain: one row an entity
-- parameters: limit
WITH counted AS (
    SELECT entity AS id, count(*) AS coverage, sum(count)::BIGINT AS mentions, avg(tone) AS tone,
        count(tone) AS n
    FROM named
    GROUP BY entity
)
SELECT entity, type, coverage, mentions, tone, n
FROM counted JOIN entity USING (id)
ORDER BY coverage DESC, mentions DESC, entity, type
LIMIT nullif($limit, 0)
