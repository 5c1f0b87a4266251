-- hidden: the tags that are not counted; merged: those that have several names, of which an
-- article can have two and counts by one.
UPDATE article_tag
SET counted = true
WHERE NOT counted
    AND tag NOT IN (SELECT tag FROM hidden) AND tag NOT IN (SELECT tag FROM merged);

UPDATE article_tag
SET counted = now.counted
FROM (
    SELECT article_tag.rowid AS place,
        tag NOT IN (SELECT tag FROM hidden) AND row_number() OVER (
            PARTITION BY article, tag, origin ORDER BY spelling
        ) = 1 AS counted
    FROM article_tag
    WHERE tag IN (SELECT tag FROM hidden UNION ALL SELECT tag FROM merged)
) AS now
WHERE article_tag.rowid = now.place AND article_tag.counted <> now.counted;

UPDATE article_keyphrase
SET counted = true
WHERE NOT counted
    AND tag NOT IN (SELECT tag FROM hidden) AND tag NOT IN (SELECT tag FROM merged);

UPDATE article_keyphrase
SET counted = now.counted
FROM (
    SELECT article_keyphrase.rowid AS place,
        tag NOT IN (SELECT tag FROM hidden) AND row_number() OVER (
            PARTITION BY article, tag ORDER BY spelling
        ) = 1 AS counted
    FROM article_keyphrase
    WHERE tag IN (SELECT tag FROM hidden UNION ALL SELECT tag FROM merged)
) AS now
WHERE article_keyphrase.rowid = now.place AND article_keyphrase.counted <> now.counted;
