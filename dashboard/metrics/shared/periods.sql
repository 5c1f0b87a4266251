-- The days, weeks or months of the window. Complete: wholly inside it, and over when all sources
-- had last been asked (where they never were, nothing is known to be unfinished).
SELECT start::DATE AS starts_on,
    start >= $first::DATE AND start + step <= $last::DATE + INTERVAL 1 DAY
        AND coalesce(start + step <= $not_over::DATE, true) AS complete
FROM (SELECT ('1 ' || $period)::INTERVAL AS step),
    range(
        date_trunc($period, $first::DATE)::TIMESTAMP, $last::TIMESTAMP + INTERVAL 1 DAY, step
    ) AS every(start)
