-- Course of the most popular
-- The page views, shares or lists of each day, for the most popular articles of the window.
-- unit: page views, shares, or lists
-- grain: one row a day of the window and article, zeros included
-- parameters: measure, limit
SELECT day, article, title, coalesce(seen.value, 0) AS value
FROM days CROSS JOIN ranked LEFT JOIN seen USING (day, article)
WHERE $limit = 0 OR rank <= $limit
ORDER BY day, rank
