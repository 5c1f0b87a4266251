-- Coverage by source
-- How many articles each source published in each period, for the sources with most articles in
-- the window, and their share of the period's articles that pass the filters.
-- Indexed is the coverage where the mean over the complete periods is 100.
-- unit: articles or stories
-- grain: one row a period of the window and source, zeros included
-- parameters: period, limit
WITH top AS (
    SELECT source, count_of(story) AS total
    FROM selected
    GROUP BY source
    ORDER BY total DESC, source
    LIMIT nullif($limit, 0)
),
counted AS (
    SELECT date_trunc($period, published_on)::DATE AS starts_on, source, count_of(story) AS coverage
    FROM selected
    GROUP BY ALL
),
whole AS (
    SELECT date_trunc($period, published_on)::DATE AS starts_on, count_of(story) AS articles
    FROM selected
    GROUP BY ALL
)
SELECT starts_on, source, coalesce(coverage, 0) AS coverage,
    coalesce(coverage, 0) / articles AS share,
    100 * coalesce(coverage, 0)
        / nullif(avg(coalesce(coverage, 0)) FILTER (complete) OVER (PARTITION BY source), 0) AS indexed,
    complete
FROM periods CROSS JOIN top
    LEFT JOIN counted USING (starts_on, source)
    LEFT JOIN whole USING (starts_on)
ORDER BY starts_on, total DESC, source
