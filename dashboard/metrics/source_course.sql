-- Sources over their lives
-- How many articles of each period pass the filters, whatever the window, for the sources with most
-- articles in it: from the day of the source's first article in the store to that of its last. A
-- period is complete that lies within this life and was over when all sources had last been asked.
-- unit: articles or stories
-- grain: one row a period of a source's life, zeros included
-- parameters: period, limit
WITH top AS (
    SELECT source, count_of(story) AS total
    FROM selected
    GROUP BY source
    ORDER BY total DESC, source
    LIMIT nullif($limit, 0)
),
life AS (
    SELECT source, min(published_on) AS first_on, max(published_on) AS last_on,
        ('1 ' || $period)::INTERVAL AS step
    FROM article
    WHERE source IN (SELECT source FROM top)
    GROUP BY source
),
course AS (
    SELECT *,
        unnest(range(date_trunc($period, first_on)::TIMESTAMP, last_on + INTERVAL 1 DAY, step))
            AS start
    FROM life
),
counted AS (
    SELECT date_trunc($period, published_on)::DATE AS starts_on, source, count_of(story) AS coverage
    FROM eligible
    WHERE source IN (SELECT source FROM top)
    GROUP BY ALL
)
SELECT start::DATE AS starts_on, source, coalesce(coverage, 0) AS coverage,
    start >= first_on AND start + step <= last_on + INTERVAL 1 DAY
        AND coalesce(start + step <= $not_over::DATE, true) AS complete
FROM course JOIN top USING (source)
    LEFT JOIN counted ON counted.starts_on = start::DATE AND counted.source = course.source
ORDER BY starts_on, total DESC, source
