-- Coverage by hour
-- How many articles each query of a set finds in each hour (all that pass the filters where no
-- query is given). Hours are instants, counted from the midnight of the reporting time zone: a day
-- on which clocks change has 23 or 25. An article that is dated by day only takes no part; how many
-- of the window these are stands beside. Share and index are those of coverage by query.
-- unit: articles or stories
-- grain: one row an hour of the window and query, zeros included
-- parameters: members
WITH timed AS (
    SELECT id AS article, time_bucket(INTERVAL 1 HOUR, published_at, opening) AS starts_at
    FROM selected, opened
    WHERE date_precision <> 'day'
),
counted AS (
    SELECT starts_at, place, count_of(story) AS coverage
    FROM lined JOIN timed USING (article)
    GROUP BY ALL
),
untimed AS (
    SELECT place, count_of(story) AS dated_by_day
    FROM lined
    WHERE article NOT IN (SELECT article FROM timed)
    GROUP BY place
),
collected AS (
    SELECT time_bucket(INTERVAL 1 HOUR, published_at, opening) AS starts_at,
        count_of(story) AS total
    FROM everything, opened
    WHERE date_precision <> 'day'
    GROUP BY ALL
),
course AS (
    SELECT starts_at, place, member, coalesce(coverage, 0) AS coverage,
        coalesce(total, 0) AS everything, coalesce(dated_by_day, 0) AS dated_by_day, complete
    FROM hours CROSS JOIN lines
        LEFT JOIN counted USING (starts_at, place)
        LEFT JOIN collected USING (starts_at)
        LEFT JOIN untimed USING (place)
)
SELECT starts_at, member, coverage, everything, coverage / nullif(everything, 0) AS share,
    100 * coverage / nullif(avg(coverage) FILTER (complete) OVER whole, 0) AS indexed,
    dated_by_day, complete
FROM course
WINDOW whole AS (PARTITION BY place)
ORDER BY starts_at, place
