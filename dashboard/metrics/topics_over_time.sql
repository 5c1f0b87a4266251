-- Topics over time
-- How many articles of each period carry a tag, for the tags that most articles of the window
-- carry.
-- unit: articles
-- grain: one row a period of the window and tag, zeros included
-- parameters: period, limit
WITH top AS (
    SELECT tag, count(*) AS total
    FROM carried
    GROUP BY tag
    ORDER BY total DESC, tag
    LIMIT nullif($limit, 0)
),
counted AS (
    SELECT date_trunc($period, published_on)::DATE AS starts_on, tag, count(*) AS coverage
    FROM carried SEMI JOIN top USING (tag)
    GROUP BY ALL
)
SELECT starts_on, coalesce(label, tag) AS tag, coalesce(coverage, 0) AS coverage, complete
FROM periods CROSS JOIN top
    LEFT JOIN counted USING (starts_on, tag)
    LEFT JOIN tag AS labels USING (tag)
ORDER BY starts_on, total DESC, top.tag
