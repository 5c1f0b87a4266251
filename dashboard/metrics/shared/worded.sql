-- The words of these titles that are no stop words of the article's language, each once an article.
WITH split AS (
    SELECT side, story, coalesce(language, 'en') AS language,
        unnest(list_distinct(
            regexp_extract_all(lower(title), '[\p{L}\p{M}]{2,}(?:[''’]t\b)?')
        )) AS word
    FROM titled
)
SELECT side, story, word
FROM split ANTI JOIN stop_word USING (language, word)
WHERE NOT regexp_matches(word, '[''’]t$')
