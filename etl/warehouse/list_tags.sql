-- Tags that publishers and rules give, the most frequent first: in how many articles; what else they
-- are called; whether they are hidden; and of which sources they are boilerplate.
WITH named AS (
    SELECT tag, list(key ORDER BY key) AS also
    FROM tag_alias
    GROUP BY tag
),
asked AS (
    SELECT tag, label, coalesce(also, []) AS also
    FROM tag LEFT JOIN named USING (tag)
    WHERE contains(tag, $text) OR len(list_filter(also, lambda key: contains(key, $text))) > 0
),
used AS (
    SELECT tag, count(DISTINCT article) AS articles, NOT bool_or(counted) AS hidden
    FROM article_tag SEMI JOIN asked USING (tag)
    GROUP BY tag
),
marked AS (
    SELECT tag, list(DISTINCT source ORDER BY source) AS boilerplate_of
    FROM article_tag JOIN article ON id = article
    WHERE origin = 'boilerplate'
    GROUP BY tag
)
SELECT label AS tag, articles, also, hidden, coalesce(boilerplate_of, []) AS boilerplate_of
FROM asked JOIN used USING (tag) LEFT JOIN marked USING (tag)
ORDER BY articles DESC, asked.tag
LIMIT $limit
