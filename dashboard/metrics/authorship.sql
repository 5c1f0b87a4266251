-- How many are signed
-- How many articles pass the filters, and how many of them name no author: of these the metric
-- `authors` says nothing.
-- unit: articles or stories
-- grain: one row
-- parameters: none
SELECT count_of(story) AS articles, count_of(story) FILTER (len(authors) = 0) AS unsigned
FROM selected
HAVING count(*) > 0
