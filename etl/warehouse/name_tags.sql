-- Each tag as an analyst has named it; else with its most frequent spelling, at a tie the first in
-- the alphabet. What only keyphrases say has theirs.
CREATE OR REPLACE TABLE tag AS
WITH spelt AS (
    SELECT tag, spelling, count(*) AS uses
    FROM article_tag
    GROUP BY tag, spelling
    UNION ALL
    SELECT tag, spelling, count(*) AS uses
    FROM article_keyphrase ANTI JOIN (SELECT DISTINCT tag FROM article_tag) USING (tag)
    GROUP BY tag, spelling
),
chosen AS (
    SELECT coalesce(tag_alias.tag, target) AS tag, min(label) AS label
    FROM tag_rule LEFT JOIN tag_alias ON key = target
    WHERE decision = 'merge'
    GROUP BY ALL
)
SELECT tag, coalesce(any_value(label), arg_min(spelling, (-uses, spelling))) AS label
FROM spelt LEFT JOIN chosen USING (tag)
GROUP BY tag
ORDER BY tag
