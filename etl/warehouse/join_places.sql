-- Tie titles of most-popular lists to the outlet's article of that title: of several, the last
-- that was published by then.
UPDATE popularity
SET article = fitting.id
FROM (
    SELECT popularity.key, arg_max(article.id, (article.published_on, article.id)) AS id
    FROM popularity
    JOIN article
        ON article.source = popularity.source
        AND lower(article.title) = lower(popularity.title)
        AND article.published_on <= popularity.day
    WHERE popularity.article IS NULL
    GROUP BY popularity.key
) AS fitting
WHERE popularity.key = fitting.key
