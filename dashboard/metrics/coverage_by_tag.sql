-- Coverage by tag
-- How many articles of each period carry a tag, for the tags that most articles of the window
-- carry, and their share of the period's articles that pass the filters. An article with two tags
-- counts for both, so shares can add up to more than 1.
-- Indexed is the coverage where the mean over the complete periods is 100.
-- unit: articles or stories
-- grain: one row a period of the window and tag, zeros included
-- parameters: period, limit
WITH top AS (
    SELECT tag, count_of(story) AS total
    FROM carried
    GROUP BY tag
    ORDER BY total DESC, tag
    LIMIT nullif($limit, 0)
),
counted AS (
    SELECT date_trunc($period, published_on)::DATE AS starts_on, tag, count_of(story) AS coverage
    FROM carried SEMI JOIN top USING (tag)
    GROUP BY ALL
),
whole AS (
    SELECT date_trunc($period, published_on)::DATE AS starts_on, count_of(story) AS articles
    FROM selected
    GROUP BY ALL
)
SELECT starts_on, coalesce(label, tag) AS tag, coalesce(coverage, 0) AS coverage,
    coalesce(coverage, 0) / articles AS share,
    100 * coalesce(coverage, 0)
        / nullif(avg(coalesce(coverage, 0)) FILTER (complete) OVER (PARTITION BY top.tag), 0) AS indexed,
    complete
FROM periods CROSS JOIN top
    LEFT JOIN counted USING (starts_on, tag)
    LEFT JOIN whole USING (starts_on)
    LEFT JOIN tag AS labels USING (tag)
ORDER BY starts_on, total DESC, top.tag
