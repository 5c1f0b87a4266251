-- In how many articles of a source its publisher gives a tag by this spelling.
SELECT source, spelling, count(*) AS articles
FROM article_tag JOIN article ON id = article
WHERE origin IN ('publisher', 'boilerplate')
GROUP BY ALL
