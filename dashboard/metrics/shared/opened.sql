-- The instants at which the window opens and closes: a day begins when its midnight is reached
-- first, for where clocks are put back to midnight there are two.
SELECT midnight - CASE WHEN timezone($zone, midnight - INTERVAL 1 HOUR)::DATE = $first::DATE
        THEN INTERVAL 1 HOUR ELSE INTERVAL 0 HOUR END AS opening,
    ending - CASE WHEN timezone($zone, ending - INTERVAL 1 HOUR)::DATE > $last::DATE
        THEN INTERVAL 1 HOUR ELSE INTERVAL 0 HOUR END AS closing
FROM (
    SELECT timezone($zone, $first::TIMESTAMP) AS midnight,
        timezone($zone, $last::TIMESTAMP + INTERVAL 1 DAY) AS ending
)
