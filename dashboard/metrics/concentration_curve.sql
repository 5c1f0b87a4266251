-- How concentrated reading is, as a curve
-- Which share of all page views (or shares) on the days of the window the articles with most have,
-- for each hundredth of the articles that were seen; of part of an article, the whole. Read from
-- the other end it is the Lorenz curve. Places in lists are ranks: they have none.
-- unit: page views or shares
-- grain: one row a hundredth of the articles, those with most first
-- parameters: measure
WITH summed AS (
    SELECT article, sum(value) AS value FROM seen WHERE $measure <> 'places' GROUP BY article
),
valued AS (
    SELECT value FROM summed WHERE article IN (SELECT id FROM eligible)
),
placed AS (
    SELECT value, (row_number() OVER (ORDER BY value DESC) - 1) * 100
        // (SELECT count(*) FROM valued) + 1 AS hundredth
    FROM valued
),
grouped AS (
    SELECT hundredth, sum(value) AS value FROM placed GROUP BY hundredth
)
SELECT hundredth / 100 AS top,
    coalesce(sum(value) OVER (ORDER BY hundredth), 0) / (SELECT sum(value) FROM grouped)
        AS value_share
FROM range(0, 101) AS every(hundredth) LEFT JOIN grouped USING (hundredth)
WHERE (SELECT sum(value) FROM grouped) > 0
ORDER BY hundredth
