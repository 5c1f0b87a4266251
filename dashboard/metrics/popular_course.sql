-- Course of the most popular
-- The page views, shares or lists of each day, for the most popular articles of the window.
-- unit: page views, shares, or lists
-- grain: one row a day of the window and article, zeros included
-- parameters: measure, limit
WITH daily AS (
    SELECT article, day, sum(value) AS value
    FROM seen
    WHERE article IN (SELECT article FROM ranked)
    GROUP BY article, day
)
SELECT day, article, title, coalesce(daily.value, 0) AS value
FROM days CROSS JOIN ranked LEFT JOIN daily USING (day, article)
ORDER BY day, rank
