-- The pairs of knots that `support` articles have together and more often than chance would have it,
-- by their places.
WITH covered AS (
    SELECT place, sum(articles)::BIGINT AS coverage
    FROM jointly
    GROUP BY place
),
pairs AS (
    SELECT one.place AS place, another.place AS other_place,
        sum(one.articles)::BIGINT AS together
    FROM jointly AS one JOIN jointly AS another USING (bits)
    WHERE one.place < another.place
    GROUP BY ALL
    HAVING together >= greatest($support, 1)
),
whole AS (
    SELECT count_of(story) AS articles
    FROM selected
)
SELECT pairs.place AS place, other_place, together,
    ln(together * articles / (mine.coverage * theirs.coverage))
        / nullif(-ln(together / articles), 0) AS association
FROM pairs JOIN covered AS mine ON pairs.place = mine.place
    JOIN covered AS theirs ON other_place = theirs.place, whole
WHERE association > 0
