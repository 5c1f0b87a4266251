-- Most positive and most negative articles
-- The articles with the highest tone of those from 0.05 up, or with the lowest of those from -0.05
-- down, of at least so many words: over few sentences a mean is easily extreme. Of the 1,000 most
-- extreme, of the copies of one report the most extreme stands for all.
-- unit: articles
-- grain: one row an article
-- parameters: pole, words, limit
WITH ends AS (
    SELECT *, CASE $pole WHEN 'negative' THEN -tone ELSE tone END AS strength
    FROM selected
    WHERE strength >= 0.05 AND coalesce(words, 0) >= $words
    ORDER BY strength DESC, published_at DESC, id
    LIMIT 1000
)
SELECT id AS article, title, source, url, published_on, words::BIGINT AS words, tone
FROM ends
QUALIFY row_number() OVER (PARTITION BY story ORDER BY strength DESC, published_at DESC, id) = 1
ORDER BY strength DESC, published_at DESC, id
LIMIT nullif($limit, 0)
