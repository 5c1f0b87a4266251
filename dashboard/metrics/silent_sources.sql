-- Sources that may no longer publish
-- The sources of which there has been no article for longer than ever before: the days from the
-- last one's to the last day in the store that has an article of any source are more than the
-- longest such pause between two of its articles, and 7 at least. One that has articles on fewer
-- than three days has no pauses to go by and is left out. Those that are silent longest come
-- first. No filter applies.
-- unit: days
-- grain: one row a source that has fallen silent
-- parameters: none
WITH life AS (
    SELECT source, max(published_on) AS last_on, count(*) AS articles,
        (SELECT max(published_on) FROM article) - max(published_on) AS silent
    FROM article
    GROUP BY source
    HAVING silent >= 7
),
day AS (
    SELECT DISTINCT source, published_on
    FROM article
    WHERE source IN (SELECT source FROM life)
),
paused AS (
    SELECT source,
        published_on - lag(published_on) OVER (PARTITION BY source ORDER BY published_on) AS pause
    FROM day
),
pauses AS (
    SELECT source, max(pause) AS longest
    FROM paused
    GROUP BY source
    HAVING count(*) >= 3
)
SELECT source, last_on, silent, longest, articles
FROM life JOIN pauses USING (source)
WHERE silent > longest
ORDER BY silent DESC, source
