-- Rank over time
-- The rank that the most popular articles of the window held in each of its periods, among all
-- articles that were seen then. Empty where the article was not seen in the period.
-- unit: rank, 1 is the most popular
-- grain: one row a period of the window and article
-- parameters: measure, period, limit
WITH held AS (
    SELECT DISTINCT date_trunc($period, day)::DATE AS starts_on
    FROM seen
    WHERE article IN (SELECT article FROM ranked)
),
valued AS (
    SELECT date_trunc($period, day)::DATE AS starts_on, article,
        sum(value) AS value, sum(place) / sum(value) AS mean_place
    FROM seen
    WHERE date_trunc($period, day)::DATE IN (SELECT starts_on FROM held)
    GROUP BY ALL
),
placed AS (
    SELECT starts_on, article, row_number() OVER (
        PARTITION BY starts_on ORDER BY valued.value DESC, mean_place, title, article
    ) AS place
    FROM valued JOIN (SELECT id AS article, title FROM eligible) USING (article)
)
SELECT starts_on, article, title, place AS rank
FROM periods CROSS JOIN ranked LEFT JOIN placed USING (starts_on, article)
ORDER BY starts_on, ranked.rank
