-- Share of voice over time
-- How many articles of each period are about each member of a set, and their share of the articles
-- of the period that are about any of them, the whole. An article about two counts for both, so
-- shares can add up to more than 1. Empty where there is none.
-- unit: articles or stories
-- grain: one row a period of the window and member, zeros included
-- parameters: members, period
WITH counted AS (
    SELECT date_trunc($period, published_on)::DATE AS starts_on, place, count_of(story) AS coverage
    FROM voiced
    GROUP BY ALL
),
every AS (
    SELECT date_trunc($period, published_on)::DATE AS starts_on,
        count(DISTINCT story) AS articles
    FROM voiced
    GROUP BY ALL
)
SELECT starts_on, member, coalesce(coverage, 0) AS coverage,
    coalesce(articles, 0) AS whole, coalesce(coverage, 0) / articles AS share, complete
FROM periods CROSS JOIN member
    LEFT JOIN counted USING (starts_on, place)
    LEFT JOIN every USING (starts_on)
ORDER BY starts_on, place
