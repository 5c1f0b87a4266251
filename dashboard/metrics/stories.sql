-- Stories
-- The stories that the articles which pass the filters tell. Coverage, sources, tone and page views
-- (on the days of the window; empty where nobody measured them) are of these articles. All else is of
-- the whole story, whatever the filters: how many articles it has, the headline, the source and the
-- date of the first, how many hours lie between the first and the last (an article dated by day only
-- counts from the beginning of its day), and how many were seen to be changed after publication. The
-- first is the earliest article; where one of the first day is dated by day only, it is the earliest
-- of those dated closer, and `first_sure` is false if another source may have been as early. At a tie
-- it is the one with the smallest id. An article that nobody copied is a story by itself.
-- unit: articles
-- grain: one row a story
-- parameters: order, limit
WITH top AS (
    SELECT story, count(*) AS coverage, max(published_at) AS latest_at
    FROM selected
    GROUP BY story
    ORDER BY CASE $order WHEN 'coverage' THEN coverage END DESC, latest_at DESC, story
    LIMIT nullif($limit, 0)
),
passing AS (
    SELECT id, story, source, tone
    FROM selected
    WHERE story IN (SELECT story FROM top)
),
viewed AS (
    SELECT story, sum(value) AS page_views
    FROM popularity JOIN passing ON article = id
    WHERE measure = 'page_views' AND day BETWEEN $first::DATE AND $last::DATE
    GROUP BY story
),
measured AS (
    SELECT story, count(DISTINCT source) AS sources, avg(tone) AS tone, count(tone) AS n
    FROM passing
    GROUP BY story
),
whole AS (
    SELECT id, story, title, source, published_at, published_on, revised_at,
        date_precision = 'day' AS by_day,
        published_on = min(published_on) OVER (PARTITION BY story) AS on_first_day
    FROM article
    WHERE story IN (SELECT story FROM top)
),
begun AS (
    SELECT *, on_first_day AND (
            by_day OR published_at = min(published_at) FILTER (on_first_day AND NOT by_day) OVER (
                PARTITION BY story
            )
        ) AS is_first
    FROM whole
),
earliest AS (
    SELECT story, title AS headline, source AS first_source, published_at, published_on, by_day
    FROM begun
    WHERE is_first
    QUALIFY row_number() OVER (PARTITION BY story ORDER BY by_day, id) = 1
),
told AS (
    SELECT story, count(*) AS articles, count(revised_at) AS revised,
        epoch(max(published_at) - min(published_at)) / 3600 AS lasted,
        count(DISTINCT source) FILTER (is_first) = 1 AS first_sure
    FROM begun
    GROUP BY story
)
SELECT story, headline, coverage, sources, articles, first_source, first_sure, published_at,
    published_on, by_day, lasted, revised, tone, n, page_views
FROM top JOIN measured USING (story) JOIN earliest USING (story) JOIN told USING (story)
    LEFT JOIN viewed USING (story)
ORDER BY CASE $order WHEN 'coverage' THEN coverage END DESC, latest_at DESC, story
