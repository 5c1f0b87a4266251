-- The tags whose ties are asked for, with a place each.
SELECT tag, row_number() OVER (ORDER BY tag) - 1 AS place
FROM (
    SELECT tag
    FROM carried
    GROUP BY tag
    ORDER BY count_of(story) DESC, tag
    LIMIT coalesce(nullif(least($limit, 60), 0), 60)
)
