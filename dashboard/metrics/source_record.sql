-- The record of each source
-- How many articles each source published in the window, their share of all that pass the filters,
-- the mean tone over the n that have one, and the source's life in the store, whatever the filters:
-- the days of its first and its last article, and how many there are (`ever`). A source that has
-- fallen silent stays, with a coverage of 0, if any article of it passes all filters but the dates.
-- Most articles of the window first, then by `ever`.
-- unit: articles or stories
-- grain: one row a source
-- parameters: limit
WITH counted AS (
    SELECT source, count_of(story) AS coverage, avg(tone) AS tone, count(tone) AS n
    FROM selected
    GROUP BY source
),
life AS (
    SELECT source, min(published_on) AS first_on, max(published_on) AS last_on,
        count_of(story) AS ever
    FROM article
    WHERE source IN (SELECT source FROM eligible)
    GROUP BY source
)
SELECT source, coalesce(coverage, 0) AS coverage,
    coalesce(coverage, 0) / nullif((SELECT count_of(story) FROM selected), 0) AS share,
    tone, coalesce(n, 0) AS n, first_on, last_on, ever
FROM life LEFT JOIN counted USING (source)
ORDER BY coverage DESC, ever DESC, source
LIMIT nullif($limit, 0)
