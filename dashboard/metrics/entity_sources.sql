-- Who writes about an entity
-- How many articles of each source name the entity, their share of the source's articles that pass
-- the filters, and the mean tone towards it over the n articles that have one. Most articles
-- first. Without a name, the entity that most articles name.
-- unit: articles or stories
-- grain: one row a source with an article that names it
-- parameters: name, limit
WITH written AS (
    SELECT source, selected.story AS story, article, own.tone AS tone
    FROM selected LEFT JOIN own ON article = id
),
counted AS (
    SELECT source, count_of(story) AS articles,
        count_of(story) FILTER (article IS NOT NULL) AS coverage, avg(tone) AS tone,
        count(tone) AS n
    FROM written
    GROUP BY source
)
SELECT source, coverage, coverage / articles AS share, tone, n
FROM counted
WHERE coverage > 0
ORDER BY coverage DESC, source
LIMIT nullif($limit, 0)
