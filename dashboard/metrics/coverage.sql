-- Coverage
-- How many articles were published in each period. The 7-day mean is that of a day and the six
-- before it, within the window; it is empty for the first six days, and absent by week and month.
-- unit: articles or stories
-- grain: one row a period of the window, zeros included
-- parameters: period
WITH counted AS (
    SELECT date_trunc($period, published_on)::DATE AS starts_on, count_of(story) AS coverage
    FROM selected
    GROUP BY ALL
),
trend AS (
    SELECT starts_on, coalesce(coverage, 0) AS coverage, complete
    FROM periods LEFT JOIN counted USING (starts_on)
)
SELECT starts_on, coverage,
    CASE WHEN count(*) OVER week = 7 THEN avg(coverage) OVER week END AS mean_7d,
    complete
FROM trend
WINDOW week AS (ORDER BY starts_on ROWS 6 PRECEDING)
ORDER BY starts_on
