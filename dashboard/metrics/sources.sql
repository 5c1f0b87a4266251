-- Sources
-- How many articles each source published in the window, its share of all that pass the filters,
-- and the mean tone of its articles, over the n that have one. Most articles first.
-- unit: articles
-- grain: one row a source with an article
-- parameters: limit
SELECT source, count(*) AS coverage, count(*) / (SELECT count(*) FROM selected) AS share,
    avg(tone) AS tone, count(tone) AS n
FROM selected
GROUP BY source
ORDER BY coverage DESC, source
LIMIT nullif($limit, 0)
