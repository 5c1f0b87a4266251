-- The days of the window.
SELECT day::DATE AS day
FROM range($first::TIMESTAMP, $last::TIMESTAMP + INTERVAL 1 DAY, INTERVAL 1 DAY) AS every(day)
