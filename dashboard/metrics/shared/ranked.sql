-- The most popular articles in the window, as many as are asked for, in their order. Titles, which
-- only decide at a tie, are looked up for those alone that can be among them.
WITH summed AS (
    SELECT article, sum(value) AS value, sum(place) / sum(value) AS mean_place
    FROM seen
    GROUP BY article
),
valued AS (
    FROM summed WHERE article IN (SELECT id FROM eligible)
),
likely AS (
    SELECT *
    FROM valued
    WHERE value >= (SELECT min(value) FROM (
        SELECT value FROM valued ORDER BY value DESC LIMIT nullif($limit, 0)
    ))
)
SELECT article, title, source, url, value,
    row_number() OVER (ORDER BY value DESC, mean_place, title, article) AS rank
FROM likely JOIN eligible ON id = article
QUALIFY $limit = 0 OR rank <= $limit
