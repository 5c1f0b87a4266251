-- Articles with and without a tone
-- How many articles of each language have a tone, and why the others have none: no text was found,
-- or the text is in a language that the scorer of `tone.model` does not read.
-- unit: articles
-- grain: one row a language
-- parameters: limit
SELECT language, count(*) AS articles, count(tone) AS n,
    count(*) FILTER (tone IS NULL AND coalesce(words, 0) = 0) AS textless,
    count(*) FILTER (tone IS NULL AND words > 0) AS unscored
FROM selected
GROUP BY language
ORDER BY articles DESC, language NULLS LAST
LIMIT nullif($limit, 0)
