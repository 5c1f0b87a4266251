-- Share of all coverage
-- The articles that pass the filters as a share of all articles of the period from the same
-- sources, so that a rise in what is collected does not look like a rise in coverage. Empty where
-- the sources published nothing.
-- unit: share of articles or stories, 0 to 1
-- grain: one row a period of the window, zeros included
-- parameters: period
WITH counted AS (
    SELECT date_trunc($period, published_on)::DATE AS starts_on, count_of(story) AS coverage
    FROM selected
    GROUP BY ALL
),
collected AS (
    SELECT date_trunc($period, published_on)::DATE AS starts_on, count_of(story) AS total
    FROM everything
    GROUP BY ALL
)
SELECT starts_on, coalesce(coverage, 0) AS coverage, coalesce(total, 0) AS everything,
    coalesce(coverage, 0) / total AS share, complete
FROM periods LEFT JOIN counted USING (starts_on) LEFT JOIN collected USING (starts_on)
ORDER BY starts_on
