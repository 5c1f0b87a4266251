-- Give articles the tags by rule that they lack. ruled: article, tag, spelling; a tag has one.
INSERT INTO article_tag BY NAME
SELECT DISTINCT ON (ruled.article, ruled.tag)
    ruled.article, ruled.tag, ruled.spelling, 'rule' AS origin, article.published_on
FROM ruled
JOIN article ON article.id = ruled.article
ANTI JOIN (
    SELECT article, spelling, published_on FROM article_tag WHERE origin = 'rule'
) AS borne
ON borne.article = ruled.article
    AND borne.spelling = ruled.spelling
    AND borne.published_on = article.published_on
ORDER BY article.published_on
