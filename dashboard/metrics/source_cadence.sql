-- Cadence of sources
-- On how many days of the window each source published, how many articles on such a day on
-- average, and the median number of days from one such day to the next: 1 where it publishes daily.
-- Empty where there was one day. Most articles first.
-- unit: days; articles or stories a day
-- grain: one row a source with an article
-- parameters: limit
WITH counted AS (
    SELECT source, count_of(story) AS coverage
    FROM selected
    GROUP BY source
    ORDER BY coverage DESC, source
    LIMIT nullif($limit, 0)
),
published AS (
    SELECT source, published_on, count_of(story) AS coverage
    FROM selected
    WHERE source IN (SELECT source FROM counted)
    GROUP BY ALL
),
apart_by AS (
    SELECT source, coverage,
        published_on - lag(published_on) OVER (PARTITION BY source ORDER BY published_on) AS gap
    FROM published
),
cadence AS (
    SELECT source, count(*) AS publishing_days, avg(coverage) AS per_day, median(gap) AS gap
    FROM apart_by
    GROUP BY source
)
SELECT source, publishing_days, per_day, gap
FROM counted JOIN cadence USING (source)
ORDER BY counted.coverage DESC, source
