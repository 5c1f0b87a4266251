-- The articles that meet a condition (presswatch/condition.py), which stands in the place of the
-- brackets. What it says of tags is said of publishers' tags: those by rule are just being made.
-- A tag has all its names, as in dashboard/selection.py; what was just loaded has its own one yet.
WITH given AS (
    SELECT article, coalesce(tag_alias.tag, article_tag.tag) AS tag
    FROM article_tag LEFT JOIN tag_alias ON key = article_tag.tag
    WHERE origin <> 'rule'
),
tagged AS (
    SELECT article, tag FROM given
    UNION ALL
    SELECT article, key FROM given JOIN tag_alias USING (tag)
),
signed AS (
    SELECT id AS article, unnest(authors) AS author FROM article
)
SELECT id FROM article WHERE {condition}
