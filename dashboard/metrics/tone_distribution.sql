-- Distribution of tone
-- How many articles have a tone of each bin of a twentieth, from -1 to 1, and their share of all
-- that have one. A tone on the border of two bins belongs to the higher one, 1 to the last. From
-- 0.05 an article is positive, from -0.05 down negative. Of stories: one whose copies differ counts
-- in each of their bins. Without a tone there is no row.
-- unit: articles or stories
-- grain: one row a bin, zeros included
-- parameters: none
WITH binned AS (
    SELECT least(floor(tone * 20), 19) AS bin, count_of(story) AS coverage
    FROM selected
    WHERE tone IS NOT NULL
    GROUP BY bin
)
SELECT bin / 20 AS at_least, (bin + 1) / 20 AS below, coalesce(coverage, 0) AS coverage,
    coalesce(coverage, 0) / (SELECT count_of(story) FROM selected WHERE tone IS NOT NULL) AS share
FROM range(-20, 20) AS every(bin) LEFT JOIN binned USING (bin)
WHERE EXISTS (FROM binned)
ORDER BY bin
