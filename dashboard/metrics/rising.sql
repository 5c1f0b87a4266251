-- Rising topics
-- The tags that more articles carry than in the period of equal length just before. First those
-- whose rise is most unlike chance: the rise over the square root of the coverage before plus 1,
-- so that a rise from 3 to 9 stands above one from 100 to 110. No rows without a period before.
-- unit: articles or stories
-- grain: one row a tag whose coverage rose
-- parameters: limit
WITH rising AS (
    SELECT *, coverage - before AS rise, rise / sqrt(before + 1) AS score
    FROM moved
    WHERE coverage > before
    ORDER BY score DESC, rise DESC, tag
    LIMIT nullif($limit, 0)
)
SELECT coalesce(label, tag) AS tag, coverage, before,
    coverage / nullif(before, 0) - 1 AS change, rise
FROM rising LEFT JOIN tag AS labels USING (tag)
ORDER BY score DESC, rise DESC, rising.tag
