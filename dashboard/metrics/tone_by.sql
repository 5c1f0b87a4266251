-- Tone by tag, source or entity
-- The mean tone of the articles that carry a tag, that a source published, or that name an entity,
-- with the interval of 95% of that mean, for the tags, sources or entities with most articles, n,
-- that have a tone. Of an entity it is not the articles' tone but that towards the entity, from the
-- clauses that name it. The interval is reckoned as in `tone`, and is empty where n is under 10. An
-- article with two tags or names counts for both.
-- unit: tone, -1 to 1
-- grain: one row a tag, source or entity
-- parameters: group, limit
WITH of_entities AS (
    SELECT entity AS id, avg(tone) AS tone, stddev_samp(tone) AS spread, count(*) AS n
    FROM named
    WHERE $group = 'entity' AND tone IS NOT NULL
    GROUP BY entity
),
toned AS (
    SELECT tag AS key, NULL AS type, avg(tone) AS tone, stddev_samp(tone) AS spread, count(*) AS n
    FROM carried JOIN (SELECT id AS article, tone FROM selected WHERE tone IS NOT NULL)
        USING (article)
    WHERE $group = 'tag'
    GROUP BY tag
    UNION ALL
    SELECT source, NULL, avg(tone), stddev_samp(tone), count(*)
    FROM selected
    WHERE $group = 'source' AND tone IS NOT NULL
    GROUP BY source
    UNION ALL
    SELECT entity, type, tone, spread, n FROM of_entities JOIN entity USING (id)
),
judged AS (
    SELECT *, n - 1 AS free, spread / sqrt(n) AS error,
        CASE WHEN n >= 10 THEN 1.96 + 2.372 / free + 2.823 / free ** 2 + 2.556 / free ** 3 END AS t
    FROM toned
)
SELECT coalesce(label, key) AS name, type, tone, tone - t * error AS low, tone + t * error AS high, n
FROM judged LEFT JOIN tag AS labels ON $group = 'tag' AND tag = key
ORDER BY n DESC, name, type, key
LIMIT nullif($limit, 0)
