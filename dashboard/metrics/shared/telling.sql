-- The articles of the story asked for, whatever the filters; without one, of the story that most
-- articles of `selected` tell. `first` are those than which no other is surely earlier.
WITH wanted AS (
    SELECT $story::BIGINT AS story WHERE $story <> 0
    UNION ALL
    SELECT story
    FROM (
        SELECT story, count(*) AS articles
        FROM selected
        WHERE $story = 0
        GROUP BY story
        ORDER BY articles DESC, story
        LIMIT 1
    )
),
told AS (
    SELECT id AS article, title, source, url, published_at, published_on, tone, revised_at,
        date_precision = 'day' AS by_day, min(published_on) OVER () AS first_on
    FROM article
    WHERE story IN (SELECT story FROM wanted)
),
begun AS (
    SELECT *, min(published_at) FILTER (NOT by_day AND published_on = first_on) OVER () AS first_at
    FROM told
)
SELECT *, CASE WHEN NOT by_day THEN epoch(published_at - first_at) / 3600 END AS behind,
    published_on - first_on AS days_behind,
    published_on = first_on AND (by_day OR published_at = first_at) AS first
FROM begun
