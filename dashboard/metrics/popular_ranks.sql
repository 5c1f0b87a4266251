-- Rank over time
-- The rank that the most popular articles of the window held in each of its periods, among all
-- articles that were seen then. Empty where the article was not seen in the period.
-- unit: rank, 1 is the most popular
-- grain: one row a period of the window and article
-- parameters: measure, period, limit
WITH valued AS (
    SELECT date_trunc($period, day)::DATE AS starts_on, article,
        sum(value) AS value, sum(place) / sum(value) AS mean_place
    FROM seen
    GROUP BY ALL
),
placed AS (
    SELECT starts_on, article, row_number() OVER (
        PARTITION BY starts_on ORDER BY valued.value DESC, mean_place, title, article
    ) AS rank
    FROM valued JOIN ranked USING (article)
),
top AS (
    SELECT article, title, rank AS place
    FROM ranked
    WHERE $limit = 0 OR rank <= $limit
)
SELECT starts_on, article, title, rank
FROM periods CROSS JOIN top LEFT JOIN placed USING (starts_on, article)
ORDER BY starts_on, place
