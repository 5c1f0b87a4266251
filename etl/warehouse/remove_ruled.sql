-- Take away the tags by rule that no rule gives any more, or that bear an outdated day.
DELETE FROM article_tag
WHERE origin = 'rule'
    AND (article, spelling, published_on) NOT IN (
        SELECT (ruled.article, ruled.spelling, article.published_on)
        FROM ruled JOIN article ON article.id = ruled.article
    )
