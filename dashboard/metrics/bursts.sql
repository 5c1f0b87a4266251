-- Bursts of tags
-- When tags were carried far more often than usual. Every whole day of the 200 tags that most
-- articles carry is held against the same weekdays of its thirteen weeks; such quarters are counted
-- back from the last whole day of the window, the first of them read whole, as far as the store
-- goes back. Usual is their median. A day is part of a burst if it has at least 5 articles and a
-- robust z-score of 3.5 or more: 0.6745 times the distance from the usual, over the median absolute
-- deviation (Iglewicz and Hoaglin, "How to Detect and Handle Outliers", 1993), where the deviation
-- over 0.6745 counts as no less than the square root of 1 plus the usual, which chance alone would
-- do. Such days are one burst where each comes within three days of the one before, so that a
-- weekend does not part them, and where the burst has 10 articles in all; strength is the highest
-- score of its days. Nothing bursts where fewer than four such weekdays are known. `limit` is of
-- tags: those with the strongest burst first, theirs from the first on.
-- unit: articles or stories
-- grain: one row a burst
-- parameters: limit
WITH spread_over AS (
    SELECT ($known_until::DATE - day) // 91 AS quarter, isodow(day) AS weekday, count(*) AS known
    FROM days
    WHERE day BETWEEN $known_since::DATE AND $known_until::DATE
    GROUP BY quarter, weekday
    HAVING known >= 4
),
frequent AS (
    SELECT tag
    FROM carried
    GROUP BY tag
    ORDER BY count_of(story) DESC, tag
    LIMIT 200
),
counted AS (
    SELECT tag, published_on AS day, count_of(story) AS coverage
    FROM carried
    WHERE published_on BETWEEN $known_since::DATE AND $known_until::DATE
        AND tag IN (SELECT tag FROM frequent)
    GROUP BY tag, day
),
grouped AS (
    SELECT tag, ($known_until::DATE - day) // 91 AS quarter, isodow(day) AS weekday,
        list(day) AS days_of, list(coverage) AS coverages
    FROM counted
    GROUP BY tag, quarter, weekday
),
padded AS (
    SELECT *, list_resize(coverages, known, 0) AS every
    FROM grouped JOIN spread_over USING (quarter, weekday)
),
expected AS (
    SELECT *, list_aggregate(every, 'median') AS usual,
        greatest(1.4826 * list_aggregate(every, 'mad'), sqrt(usual + 1)) AS spread
    FROM padded
),
daily AS (
    SELECT tag, unnest(days_of) AS day, unnest(coverages) AS coverage, usual, spread
    FROM expected
    WHERE tag IN (
        SELECT tag FROM expected
        WHERE list_max(every) >= 5 AND (list_max(every) - usual) / spread >= 3.5
    )
),
high AS (
    SELECT tag, day, (coverage - usual) / spread AS score
    FROM daily
    WHERE coverage >= 5 AND score >= 3.5
        AND day BETWEEN $inner_first::DATE AND $inner_last::DATE
),
begun AS (
    SELECT *, coalesce(day - lag(day) OVER (PARTITION BY tag ORDER BY day) > 3, true) AS begins
    FROM high
),
numbered AS (
    SELECT *, sum(begins::INTEGER) OVER (PARTITION BY tag ORDER BY day) AS burst
    FROM begun
),
burst AS (
    SELECT tag, min(day) AS starts_on, max(day) AS ends_on, max(score) AS strength
    FROM numbered
    GROUP BY tag, burst
),
through AS (
    SELECT *, unnest(range(starts_on, ends_on + INTERVAL 1 DAY, INTERVAL 1 DAY))::DATE AS day
    FROM burst
),
told AS (
    SELECT through.tag AS tag, starts_on, ends_on, strength,
        coalesce(sum(coverage), 0)::BIGINT AS coverage, coalesce(sum(expected.usual), 0) AS usual
    FROM through LEFT JOIN daily ON daily.tag = through.tag AND daily.day = through.day
        LEFT JOIN expected ON expected.tag = through.tag
            AND quarter = ($known_until::DATE - through.day) // 91 AND weekday = isodow(through.day)
    GROUP BY through.tag, starts_on, ends_on, strength
    HAVING sum(coverage) >= 10
),
top AS (
    SELECT tag, max(strength) AS strongest
    FROM told
    GROUP BY tag
    ORDER BY strongest DESC, tag
    LIMIT nullif($limit, 0)
)
SELECT coalesce(label, tag) AS tag, starts_on, ends_on, coverage, usual, strength
FROM told JOIN top USING (tag) LEFT JOIN tag AS labels USING (tag)
ORDER BY strongest DESC, told.tag, starts_on
