-- Days without a complete refresh
-- The runs of days on which no refresh began that asked all sources and was complete, from the day
-- of the first refresh that asked all sources to that of the last; how many were begun on them all
-- the same. Days are days in the reporting time zone, the latest first. No filter applies.
-- unit: days
-- grain: one row a run of days
-- parameters: none
WITH begun_on AS (
    SELECT timezone($zone, started_at)::DATE AS day, outcome
    FROM refresh
    WHERE asked_all
),
day AS (
    SELECT unnest(range(min(day)::TIMESTAMP, max(day) + INTERVAL 1 DAY, INTERVAL 1 DAY))::DATE
        AS day
    FROM begun_on
),
told AS (
    SELECT day, count(outcome) AS begun, bool_or(coalesce(outcome = 'complete', false)) AS covered
    FROM day LEFT JOIN begun_on USING (day)
    GROUP BY day
),
bare AS (
    SELECT day, begun, day - row_number() OVER (ORDER BY day)::INTEGER AS run
    FROM told
    WHERE NOT covered
)
SELECT min(day) AS gap_first_on, max(day) AS gap_last_on, count(*) AS lacking,
    sum(begun)::BIGINT AS begun
FROM bare
GROUP BY run
ORDER BY gap_first_on DESC
