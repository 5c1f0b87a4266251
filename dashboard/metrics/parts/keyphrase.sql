-- How many articles of each side have a keyphrase.
SELECT 0 AS side, tag AS term, NULL::BIGINT AS entity, count_of(story) AS number
FROM article_keyphrase JOIN (SELECT id AS article, story FROM selected) USING (article)
WHERE counted AND published_on BETWEEN $first::DATE AND $last::DATE
GROUP BY tag
UNION ALL
SELECT 1, tag, NULL, count_of(story)
FROM article_keyphrase JOIN (SELECT id AS article, story FROM other) USING (article)
WHERE counted AND published_on BETWEEN $other_first::DATE AND $other_last::DATE
GROUP BY tag
