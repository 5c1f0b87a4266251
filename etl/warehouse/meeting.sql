-- The articles that meet a condition (presswatch/condition.py), which stands in the place of the
-- brackets. What it says of tags is said of publishers' tags: those by rule are just being made.
WITH tagged AS (
    SELECT article, tag FROM article_tag WHERE origin <> 'rule'
)
SELECT id FROM article WHERE {condition}
