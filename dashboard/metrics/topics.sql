-- Topics
-- How many articles carry each tag, and how many did in the period of equal length just before.
-- The change is coverage over the coverage before, minus 1: empty where that was none, or where
-- the filters have no first day and so nothing lies before. Most frequent first.
-- unit: articles or stories
-- grain: one row a tag that an article of the window carries
-- parameters: limit
WITH counted AS (
    SELECT tag, count_of(story) AS coverage
    FROM carried
    GROUP BY tag
    ORDER BY coverage DESC, tag
    LIMIT nullif($limit, 0)
),
counted_before AS (
    SELECT tag, count_of(story) AS before
    FROM carried_before
    GROUP BY tag
)
SELECT coalesce(label, tag) AS tag, coverage,
    CASE WHEN $before_first::DATE IS NOT NULL THEN coalesce(before, 0) END AS before,
    coverage / before - 1 AS change
FROM counted LEFT JOIN counted_before USING (tag) LEFT JOIN tag AS labels USING (tag)
ORDER BY coverage DESC, counted.tag
