-- A row an article and line that it counts for.
SELECT place, article, story, published_on FROM voiced
UNION ALL
SELECT 0, id, story, published_on FROM selected WHERE len($members::VARCHAR[]) = 0
