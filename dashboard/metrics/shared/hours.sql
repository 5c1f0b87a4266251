-- The hours of the window, counted from its first midnight in the reporting time zone. Complete:
-- over when all sources had last been asked.
SELECT start AS starts_at,
    coalesce(start + INTERVAL 1 HOUR <= $complete_until::TIMESTAMPTZ, true) AS complete
FROM opened, range(opening, closing, INTERVAL 1 HOUR) AS every(start)
