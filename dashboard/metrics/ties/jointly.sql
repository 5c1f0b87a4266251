-- In how many articles, or stories, the knots (up to 62) stand together: a row a knot and set of
-- knots, as the bits of a number. There are far fewer such numbers than articles.
WITH joint AS (
    SELECT bit_or(1::BIGINT << place) AS bits
    FROM knotted
    GROUP BY story
),
counted AS (
    SELECT bits, count(*) AS articles
    FROM joint
    GROUP BY bits
)
SELECT place, bits, articles
FROM counted JOIN knot ON (bits >> place) & 1 = 1
