-- Evergreen articles
-- The articles that were read most more than 30 days after publication: their page views (or
-- shares) on the days of the window that lie so late (late), all on the days of the window (value),
-- and the one over the other (late_share). Only those with at least so many (least) in all. Places in
-- lists are ranks: they have none.
-- unit: page views or shares
-- grain: one row an article
-- parameters: measure, least, limit
WITH summed AS (
    SELECT article, sum(value) AS value, sum(value) FILTER (day > published_on + 30) AS late
    FROM popularity JOIN (SELECT id AS article, published_on FROM eligible) USING (article)
    WHERE measure = $measure AND measure <> 'places' AND day BETWEEN $first::DATE AND $last::DATE
    GROUP BY article
    HAVING late > 0 AND sum(value) >= $least
)
SELECT article, title, source, url, published_on, value, late, late / value AS late_share
FROM summed JOIN eligible ON id = article
ORDER BY late DESC, title, article
LIMIT nullif($limit, 0)
