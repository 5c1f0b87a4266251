-- Of the 200 entities that most articles name beside the one asked for, those that appear with it
-- more often than chance would have it, measured by normalised pointwise mutual information.
WITH beside AS (
    SELECT entity AS id, count_of(story) AS together
    FROM named
    WHERE story IN (SELECT story FROM own) AND entity NOT IN (SELECT id FROM asked)
    GROUP BY entity
    HAVING together >= greatest($support, 1)
    ORDER BY together DESC, id
    LIMIT 200
),
counted AS (
    SELECT entity AS id, count_of(story) AS coverage
    FROM named
    WHERE entity IN (SELECT id FROM beside)
    GROUP BY entity
),
whole AS (
    SELECT (SELECT count_of(story) FROM selected) AS articles,
        (SELECT count_of(story) FROM own) AS asked_for
)
SELECT id, together, coverage,
    ln(together * articles / (coverage * asked_for)) / nullif(-ln(together / articles), 0)
        AS association
FROM beside JOIN counted USING (id), whole
WHERE association > 0
