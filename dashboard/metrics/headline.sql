-- The window at a glance
-- Articles, the sources they are from, their mean tone with the number of articles it is over, and
-- how popular articles were on the days of the window, whenever they were published. A popularity
-- is empty where nobody measured it. The change on the period before is this asked twice.
-- unit: articles or stories, sources, tone from -1 to 1, page views, shares, places in lists
-- grain: one row
-- parameters: none
WITH counted AS (
    SELECT count_of(story) AS articles, count(DISTINCT source) AS sources, avg(tone) AS tone,
        count(tone) AS n
    FROM selected
),
popular AS (
    SELECT measure, sum(value) AS value, count(DISTINCT (article, source, day)) AS lists
    FROM popularity
    WHERE day BETWEEN $first::DATE AND $last::DATE AND article IN (SELECT id FROM eligible)
    GROUP BY measure
)
SELECT articles, sources, tone, n,
    (SELECT value FROM popular WHERE measure = 'page_views') AS page_views,
    (SELECT value FROM popular WHERE measure = 'shares') AS shares,
    (SELECT lists::DOUBLE FROM popular WHERE measure = 'places') AS places
FROM counted
