-- Coverage by query
-- How many articles each query of a set finds in each period, in one table: of the articles that
-- pass the filters, and all of these where no query is given. Their share is that of all articles
-- of the period from the same sources. Indexed is the coverage where the query's mean over its
-- complete periods is 100. The 7-day mean is that of a day and the six before it, within the
-- window; it is empty for the first six days, and absent by week and month.
-- unit: articles or stories
-- grain: one row a period of the window and query, zeros included
-- parameters: members, period
WITH counted AS (
    SELECT date_trunc($period, published_on)::DATE AS starts_on, place, count_of(story) AS coverage
    FROM lined
    GROUP BY ALL
),
collected AS (
    SELECT date_trunc($period, published_on)::DATE AS starts_on, count_of(story) AS total
    FROM everything
    GROUP BY ALL
),
course AS (
    SELECT starts_on, place, member, coalesce(coverage, 0) AS coverage,
        coalesce(total, 0) AS everything, complete
    FROM periods CROSS JOIN lines
        LEFT JOIN counted USING (starts_on, place)
        LEFT JOIN collected USING (starts_on)
)
SELECT starts_on, member, coverage, everything, coverage / nullif(everything, 0) AS share,
    100 * coverage / nullif(avg(coverage) FILTER (complete) OVER whole, 0) AS indexed,
    CASE WHEN count(*) OVER week = 7 THEN avg(coverage) OVER week END AS mean_7d,
    complete
FROM course
WINDOW whole AS (PARTITION BY place),
    week AS (PARTITION BY place ORDER BY starts_on ROWS 6 PRECEDING)
ORDER BY starts_on, place
