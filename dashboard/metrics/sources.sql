-- Sources
-- How many articles each source published in the window, its share of all that pass the filters,
-- and the mean tone of its articles, over the n that have one. Most articles first.
-- unit: articles or stories
-- grain: one row a source with an article
-- parameters: limit
SELECT source, count_of(story) AS coverage, count_of(story) / (SELECT count_of(story) FROM selected) AS share,
    avg(tone) AS tone, count(tone) AS n
FROM selected
GROUP BY source
ORDER BY coverage DESC, source
LIMIT nullif($limit, 0)
