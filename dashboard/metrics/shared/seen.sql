-- What was seen on the days of the window, whether the article passes the filters or not: a row of
-- page views or shares counts its value, a place in a list (an outlet and a day) counts 1. Twice in
-- one list counts once, by the better place. An article and day may have several rows.
SELECT article, day, value, NULL::DOUBLE AS place
FROM popularity
WHERE measure = $measure AND $measure <> 'places' AND day BETWEEN $first::DATE AND $last::DATE
UNION ALL
SELECT article, day, 1, min(value)
FROM popularity
WHERE measure = $measure AND $measure = 'places' AND day BETWEEN $first::DATE AND $last::DATE
GROUP BY article, day, source
