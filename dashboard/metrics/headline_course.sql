-- The window at a glance, over time
-- The numbers of the window at a glance, for each period: articles, the sources they are from,
-- their mean tone with the number of articles it is over, and how popular articles were on the
-- days of the period, whenever they were published. A popularity is empty where nobody measured
-- it.
-- unit: articles or stories, sources, tone from -1 to 1, page views, shares, places in lists
-- grain: one row a period of the window
-- parameters: period
WITH counted AS (
    SELECT date_trunc($period, published_on)::DATE AS starts_on, count_of(story) AS articles,
        count(DISTINCT source) AS sources, avg(tone) AS tone, count(tone) AS n
    FROM selected
    GROUP BY ALL
),
popular AS (
    SELECT date_trunc($period, day)::DATE AS starts_on,
        sum(value) FILTER (measure = 'page_views') AS page_views,
        sum(value) FILTER (measure = 'shares') AS shares,
        count(DISTINCT (article, source, day)) FILTER (measure = 'places') AS lists
    FROM popularity
    WHERE day BETWEEN $first::DATE AND $last::DATE AND article IN (SELECT id FROM eligible)
    GROUP BY ALL
)
SELECT starts_on, coalesce(articles, 0) AS articles, coalesce(sources, 0) AS sources, tone,
    coalesce(n, 0) AS n, page_views, shares, nullif(lists, 0)::DOUBLE AS places, complete
FROM periods LEFT JOIN counted USING (starts_on) LEFT JOIN popular USING (starts_on)
ORDER BY starts_on
