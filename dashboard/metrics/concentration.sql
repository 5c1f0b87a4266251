-- How concentrated reading is
-- The articles that were seen on the days of the window, their page views (or shares) in all, the
-- share that the 1% and the 10% of them with most have (top_1, top_10; of part of an article, the
-- whole), and the Gini coefficient: 0 where all have the same, near 1 where one has all. Articles
-- of which nobody measured anything are left out. Places in lists are ranks: they have none.
-- unit: page views or shares
-- grain: one row
-- parameters: measure
WITH summed AS (
    SELECT article, sum(value) AS value FROM seen WHERE $measure <> 'places' GROUP BY article
),
valued AS (
    SELECT value FROM summed WHERE article IN (SELECT id FROM eligible)
),
placed AS (
    SELECT value, row_number() OVER (ORDER BY value DESC) AS place,
        (SELECT count(*) FROM valued) AS n
    FROM valued
)
SELECT count(*) AS articles, sum(value) AS value,
    (n + 1) / n - 2 * sum(place * value) / (n * sum(value)) AS gini,
    sum(value) FILTER (place <= ceil(n / 100)) / sum(value) AS top_1,
    sum(value) FILTER (place <= ceil(n / 10)) / sum(value) AS top_10
FROM placed
GROUP BY n
HAVING sum(value) > 0
