-- How popular the eligible articles were on each day of the window: the day's page views or
-- shares, or in how many lists they stood and the sum of their places there. Twice in one list
-- counts once, by the better place.
WITH by_list AS (
    SELECT article, day,
        CASE $measure WHEN 'places' THEN 1 ELSE sum(value) END AS value,
        CASE $measure WHEN 'places' THEN min(value) END AS place
    FROM popularity
    WHERE measure = $measure
        AND day BETWEEN $first::DATE AND $last::DATE
        AND article IN (SELECT id FROM eligible)
    GROUP BY article, day, source
)
SELECT article, day, sum(value) AS value, sum(place) AS place
FROM by_list
GROUP BY article, day
