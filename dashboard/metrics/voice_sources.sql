-- Share of voice by source
-- For the sources with most articles about any member of a set: how many of them are about each,
-- and their share of these articles. An article about two counts for both, so shares can add up to
-- more than 1.
-- unit: articles or stories
-- grain: one row a source and member, zeros included
-- parameters: members, limit
WITH written AS (
    SELECT place, voiced.story AS story, source
    FROM voiced JOIN selected ON id = article
),
top AS (
    SELECT source, count(DISTINCT story) AS articles
    FROM written
    GROUP BY source
    ORDER BY articles DESC, source
    LIMIT nullif($limit, 0)
),
counted AS (
    SELECT source, place, count_of(story) AS coverage
    FROM written
    GROUP BY ALL
)
SELECT source, member, coalesce(coverage, 0) AS coverage,
    coalesce(coverage, 0) / articles AS share
FROM top CROSS JOIN member LEFT JOIN counted USING (source, place)
ORDER BY articles DESC, source, place
