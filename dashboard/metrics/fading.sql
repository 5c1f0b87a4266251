-- Fading topics
-- The tags that fewer articles carry than in the period of equal length just before, those that none
-- carries any more among them. First those whose fall is most unlike chance: the fall over the
-- square root of the coverage plus 1, so that a fall from 9 to 3 stands above one from 110 to 100. No
-- rows without a period before.
-- unit: articles or stories
-- grain: one row a tag whose coverage fell
-- parameters: limit
WITH fading AS (
    SELECT *, before - coverage AS fall, fall / sqrt(coverage + 1) AS score
    FROM moved
    WHERE before > coverage
    ORDER BY score DESC, fall DESC, tag
    LIMIT nullif($limit, 0)
)
SELECT coalesce(label, tag) AS tag, coverage, before, coverage / before - 1 AS change, fall
FROM fading LEFT JOIN tag AS labels USING (tag)
ORDER BY score DESC, fall DESC, fading.tag
