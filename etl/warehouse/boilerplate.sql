-- The tags that a publisher gives to nearly all articles of a source, unless an analyst shows them.
-- One article may have a tag by two names: that is looked at only where it can matter.
WITH sized AS (
    SELECT source, count(*) AS articles
    FROM article
    GROUP BY source
    HAVING count(*) >= $fewest
),
given AS (
    SELECT source, tag, article, articles
    FROM article_tag JOIN article ON id = article JOIN sized USING (source)
    WHERE origin IN ('publisher', 'boilerplate')
),
likely AS (
    SELECT source, tag
    FROM given
    GROUP BY source, tag, articles
    HAVING count(*) >= $nearly_all * articles
)
SELECT source, tag
FROM given SEMI JOIN likely USING (source, tag)
WHERE tag NOT IN (SELECT tag FROM tag_rule WHERE decision = 'show')
GROUP BY source, tag, articles
HAVING count(DISTINCT article) >= $nearly_all * articles
