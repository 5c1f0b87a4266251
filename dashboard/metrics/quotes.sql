-- Quotes
-- What an entity says, or what is said about it: by it, the quotes whose speaker it is; about it,
-- the quotes of others, or of nobody known, that name it by one of its spellings. The latest first.
-- Without a name, of the entity that most articles name.
-- unit: quotes
-- grain: one row a quote
-- parameters: name, role, limit
WITH spelled AS (
    SELECT DISTINCT ' ' || trim(regexp_replace(spelling, '[^\p{L}\p{N}]+', ' ', 'g')) || ' '
        AS spelling
    FROM (
        SELECT lower(alias) AS spelling FROM entity_alias WHERE entity IN (SELECT id FROM asked)
        UNION ALL
        SELECT lower(entity) FROM entity WHERE id IN (SELECT id FROM asked)
    )
),
spoken AS (
    SELECT quote.*
    FROM quote
    WHERE $role = 'by' AND published_on BETWEEN $first::DATE AND $last::DATE
        AND speaker IN (SELECT id FROM asked) AND article IN (SELECT id FROM selected)
),
told AS (
    SELECT quote.*, ' ' || regexp_replace(lower(text), '[^\p{L}\p{N}]+', ' ', 'g') || ' ' AS words
    FROM quote
    WHERE $role = 'about' AND published_on BETWEEN $first::DATE AND $last::DATE
        AND article IN (SELECT article FROM own)
        AND (speaker IS NULL OR speaker NOT IN (SELECT id FROM asked))
),
found AS (
    FROM spoken
    UNION ALL
    SELECT * EXCLUDE (words)
    FROM told SEMI JOIN spelled ON contains(words, spelling)
),
latest AS (
    FROM found
    ORDER BY published_on DESC, article, place
    LIMIT nullif($limit, 0)
)
SELECT latest.published_on, article.source, article.id AS article, article.title,
    entity AS speaker, latest.text, latest.tone
FROM latest JOIN article ON article.id = latest.article LEFT JOIN entity ON entity.id = speaker
ORDER BY latest.published_on DESC, article.id, place
