-- Peaks of coverage
-- The complete periods of the window in which each query of a set (all that pass the filters where
-- no query is given) has far more coverage than usual. Usual is the median of the period itself,
-- the four before and the four after it, of days those of the same weekday; the days on both sides
-- of the window are read for that, and with fewer than four such periods nothing is a peak. A peak
-- has at least 5, lies above the usual by at least 3.5 times the spread, and by more spreads than
-- the periods next to it. The spread is 1.4826 times the median distance from the usual over all
-- these periods, but no less than the square root of 1 plus the usual, which chance alone would
-- do; the score is the distance in spreads. This is Hampel's identifier (Davies and Gather, "The
-- Identification of Multiple Outliers", JASA 88, 1993) about a running median; 3.5 is the threshold
-- of Iglewicz and Hoaglin ("How to Detect and Handle Outliers", 1993).
-- unit: articles or stories
-- grain: one row a peak
-- parameters: members, period
WITH counted AS (
    SELECT date_trunc($period, published_on)::DATE AS starts_on, place, count_of(story) AS coverage
    FROM lined
    GROUP BY ALL
),
course AS (
    SELECT starts_on, place, member, coalesce(coverage, 0) AS coverage,
        CASE $period WHEN 'day' THEN isodow(starts_on) END AS kind
    FROM periods CROSS JOIN lines LEFT JOIN counted USING (starts_on, place)
    WHERE complete
),
expected AS (
    SELECT *, median(coverage) OVER beside AS usual, count(*) OVER beside AS known
    FROM course
    WINDOW beside AS (
        PARTITION BY place, kind ORDER BY starts_on ROWS BETWEEN 4 PRECEDING AND 4 FOLLOWING
    )
),
scored AS (
    SELECT *, (coverage - usual) / greatest(
            1.4826 * median(abs(coverage - usual)) OVER (PARTITION BY place), sqrt(usual + 1)
        ) AS score
    FROM expected
),
compared AS (
    SELECT *, lag(score) OVER following AS before, lead(score) OVER following AS after
    FROM scored
    WINDOW following AS (PARTITION BY place ORDER BY starts_on)
)
SELECT starts_on, member, coverage, usual, score
FROM compared
WHERE known >= 4 AND coverage >= 5 AND score >= 3.5
    AND coalesce(score > before, true) AND coalesce(score >= after, true)
    AND starts_on >= $inner_first::DATE
    AND starts_on + ('1 ' || $period)::INTERVAL <= $inner_last::DATE + INTERVAL 1 DAY
ORDER BY starts_on, place
