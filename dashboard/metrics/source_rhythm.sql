-- Rhythm of the week
-- How many articles were published in each hour of each weekday, by the clocks of the reporting time
-- zone. A last row, without weekday and hour, has those that are dated by day only.
-- unit: articles or stories
-- grain: one row a weekday and hour, zeros included, and one for those dated by day only
-- parameters: none
WITH midnight AS (
    -- Where the clocks do not change, the hour follows from the time since midnight: to read the
    -- clock for each of a million articles takes twice as long (DuckDB 2.0).
    SELECT day AS published_on, timezone($zone, day::TIMESTAMP) AS begins,
        epoch_us(timezone($zone, day::TIMESTAMP + INTERVAL 1 DAY)) - epoch_us(begins)
            = 86_400_000_000 AS even
    FROM days
),
timed AS (
    SELECT published_on, story, (epoch_us(published_at) - epoch_us(begins)) // 3_600_000_000 AS hour
    FROM selected JOIN midnight USING (published_on)
    WHERE even AND date_precision <> 'day'
    UNION ALL
    SELECT published_on, story, hour(published_at AT TIME ZONE $zone)
    FROM selected JOIN midnight USING (published_on)
    WHERE NOT even AND date_precision <> 'day'
),
counted AS (
    SELECT isodow(published_on) AS weekday, hour, count_of(story) AS coverage
    FROM timed
    GROUP BY ALL
)
SELECT weekday, hour, coalesce(coverage, 0) AS coverage
FROM (FROM range(1, 8) AS weekdays(weekday), range(24) AS clock(hour))
    LEFT JOIN counted USING (weekday, hour)
WHERE $first::DATE IS NOT NULL
UNION ALL
SELECT NULL, NULL, count_of(story)
FROM selected
WHERE date_precision = 'day' AND $first::DATE IS NOT NULL
HAVING $first::DATE IS NOT NULL
ORDER BY weekday, hour
