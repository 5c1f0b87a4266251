-- boilerplate: source and tag. Whatever else was marked is a publisher's tag again.
UPDATE article_tag
SET origin = 'publisher'
FROM article
WHERE article.id = article_tag.article
    AND origin = 'boilerplate'
    AND (source, tag) NOT IN (SELECT (source, tag) FROM boilerplate);

UPDATE article_tag
SET origin = 'boilerplate'
FROM article JOIN boilerplate USING (source)
WHERE article.id = article_tag.article
    AND boilerplate.tag = article_tag.tag
    AND origin = 'publisher';
