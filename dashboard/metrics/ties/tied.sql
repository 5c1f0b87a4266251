-- The pairs of knots (up to 62) that `support` articles have together and more often than chance
-- would have it, by their places: `knotted` says which of them an article, or the copies of a story,
-- has.
WITH joint AS (
    -- Which of them as the bits of a number: there are far fewer such numbers than articles.
    SELECT bit_or(1::BIGINT << place) AS bits
    FROM knotted
    GROUP BY story
),
counted AS (
    SELECT bits, count(*) AS articles
    FROM joint
    GROUP BY bits
),
each AS (
    SELECT place, bits, articles
    FROM counted JOIN knot ON (bits >> place) & 1 = 1
),
covered AS (
    SELECT place, sum(articles)::BIGINT AS coverage
    FROM each
    GROUP BY place
),
pairs AS (
    SELECT one.place AS place, another.place AS other_place,
        sum(one.articles)::BIGINT AS together
    FROM each AS one JOIN each AS another USING (bits)
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
