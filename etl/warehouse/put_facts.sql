-- Put a batch of changed articles in the place of what was known of them.
-- batch: the articles; batch_tag, batch_keyphrase, batch_mention, batch_alias, batch_quote: rows of
-- the bridge tables; batch_revised: those articles that were changed after publication.

-- An article's own figures count on its day of publication: where that moves, they move with it.
DELETE FROM popularity USING article, batch
WHERE popularity.article = batch.id
    AND article.id = batch.id
    AND popularity.day = article.published_on
    AND article.published_on <> batch.published_on
    AND (
        (popularity.measure = 'page_views' AND batch.page_views IS NOT NULL)
        OR (popularity.measure = 'shares' AND batch.shares IS NOT NULL)
    );

DELETE FROM article WHERE id IN (SELECT id FROM batch);

INSERT INTO article BY NAME
SELECT
    id, url, title, source, coalesce(authors, []) AS authors, section, language,
    published_at, modified_at, date_precision, date_origin, published_on, captured_on,
    words, tone, positive, neutral, negative, title_tone,
    supplier_tone, page, edition, programme, free, language_probability, plain_tone,
    plain_title_tone, made_with, revised_at,
    id AS story, refresh
FROM batch LEFT JOIN batch_revised ON article = id
ORDER BY published_on;

DELETE FROM article_tag
WHERE origin IN ('publisher', 'boilerplate') AND article IN (SELECT id FROM batch);

INSERT INTO article_tag BY NAME
SELECT article, tag, spelling, 'publisher' AS origin, published_on
FROM batch_tag
ORDER BY published_on;

DELETE FROM article_keyphrase WHERE article IN (SELECT id FROM batch);

INSERT INTO article_keyphrase BY NAME
SELECT article, tag, spelling, published_on
FROM batch_keyphrase
ORDER BY published_on;

DELETE FROM mention WHERE article IN (SELECT id FROM batch);

INSERT INTO mention BY NAME
SELECT article, entity, "count", in_title, in_lead, share, prominence, tone, published_on
FROM batch_mention
ORDER BY published_on;

DELETE FROM quote WHERE article IN (SELECT id FROM batch);

INSERT INTO quote BY NAME FROM batch_quote ORDER BY published_on;

DELETE FROM entity WHERE id IN (SELECT entity FROM batch_mention);

INSERT INTO entity BY NAME
SELECT DISTINCT entity AS id, name AS entity, type, country, latitude, longitude
FROM batch_mention;

INSERT INTO entity_alias BY NAME
FROM batch_alias
WHERE (entity, alias, name, type) NOT IN (SELECT (entity, alias, name, type) FROM entity_alias);

INSERT INTO source BY NAME
SELECT source, min(refresh) AS first_refresh
FROM batch
WHERE source NOT IN (SELECT source FROM source)
GROUP BY source;
