-- How many articles carry each tag, and how many did in the period of equal length just before; no
-- rows without such a period.
WITH now AS (
    SELECT tag, count_of(story) AS coverage
    FROM carried
    GROUP BY tag
),
earlier_on AS (
    SELECT tag, count_of(story) AS before
    FROM carried_before
    GROUP BY tag
)
SELECT tag, coalesce(coverage, 0) AS coverage, coalesce(before, 0) AS before
FROM now FULL JOIN earlier_on USING (tag)
WHERE $before_first::DATE IS NOT NULL
