-- Two selections side by side
-- How many articles pass the filters, how many are in another selection, and how many are in both
-- (of stories: how many are told by an article that is in both).
-- The other is written as in the dashboard's address (from=2026-01-01&tag=ports), and counts tags,
-- names and stories as the filters do; without it, it is the period before, and its number is empty
-- where none lies before.
-- unit: articles or stories
-- grain: one row
-- parameters: other
SELECT (SELECT count_of(story) FROM selected) AS coverage,
    CASE WHEN $other_first::DATE IS NOT NULL THEN (SELECT count_of(story) FROM other) END
        AS other_coverage,
    (SELECT count_of(story) FROM selected WHERE id IN (SELECT id FROM other)) AS both
