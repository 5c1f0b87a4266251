-- Entities
-- The people, organizations, places, events and products that most articles name: the articles,
-- their share of all that pass the filters, how many named them in the period of equal length just
-- before, how often they are named in all, how prominently on average (0.4 if the title names it,
-- 0.3 if the first paragraph does, 0.3 times the share of sentences that do), and the mean tone
-- towards them, each article counting once, over the n articles that have one. The change is
-- coverage over the coverage before, minus 1: empty where that was none, or where the filters have
-- no first day and so nothing lies before.
-- unit: articles or stories
-- grain: one row an entity
-- parameters: kind, limit
WITH counted AS (
    SELECT entity AS id, count_of(story) AS coverage, sum(count)::BIGINT AS mentions,
        avg(prominence) AS prominence, avg(tone) AS tone, count(tone) AS n
    FROM named
    GROUP BY entity
),
top AS (
    SELECT *
    FROM counted JOIN entity USING (id)
    WHERE $kind IN ('any', type)
    ORDER BY coverage DESC, mentions DESC, entity, type
    LIMIT nullif($limit, 0)
),
counted_before AS (
    SELECT entity AS id, count_of(story) AS before
    FROM named_before
    WHERE entity IN (SELECT id FROM top)
    GROUP BY entity
)
SELECT entity, type, coverage, coverage / (SELECT count_of(story) FROM selected) AS share,
    CASE WHEN $before_first::DATE IS NOT NULL THEN coalesce(before, 0) END AS before,
    coverage / before - 1 AS change,
    mentions, prominence, tone, n
FROM top LEFT JOIN counted_before USING (id)
ORDER BY coverage DESC, mentions DESC, entity, type
