-- Articles
-- The articles that pass the filters, with their tags that count and their page views on the days
-- of the window (empty where nobody measured them).
-- unit: articles
-- grain: one row an article
-- parameters: limit, offset, sort
WITH viewed AS (
    SELECT article, sum(value) AS page_views
    FROM popularity
    WHERE measure = 'page_views' AND day BETWEEN $first::DATE AND $last::DATE
    GROUP BY article
),
keyed AS (
    SELECT selected.*, page_views,
        CASE $sort WHEN 'title' THEN lower(title) WHEN 'source' THEN source END AS by_text,
        CASE $sort
            WHEN 'highest tone' THEN -tone
            WHEN 'lowest tone' THEN tone
            WHEN 'page views' THEN -page_views
            WHEN 'oldest' THEN epoch_us(published_at)
        END AS by_number
    FROM selected LEFT JOIN viewed ON article = id
),
page AS (
    SELECT *
    FROM keyed
    ORDER BY by_text, by_number NULLS LAST, published_at DESC, id
    LIMIT nullif($limit, 0) OFFSET $offset
),
labelled AS (
    SELECT article AS id, list(coalesce(label, tag) ORDER BY tag) AS tags
    FROM (
        SELECT DISTINCT article, tag
        FROM borne
        WHERE article IN (SELECT id FROM page)
    ) LEFT JOIN tag AS labels USING (tag)
    GROUP BY article
)
SELECT id, title, source, url, published_on, published_at, tone, coalesce(tags, []) AS tags,
    page_views, words::BIGINT AS words
FROM page LEFT JOIN labelled USING (id)
ORDER BY by_text, by_number NULLS LAST, published_at DESC, id
