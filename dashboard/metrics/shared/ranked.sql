-- The articles in the order of their popularity in the window.
WITH valued AS (
    SELECT article, sum(value) AS value, sum(place) / sum(value) AS mean_place
    FROM seen
    GROUP BY article
)
SELECT article, title, source, url, value,
    row_number() OVER (ORDER BY value DESC, mean_place, title, article) AS rank
FROM valued JOIN eligible ON id = article
