-- Tone
-- The mean tone of the articles that have one, n in number, the interval of 95% of that mean, and
-- the mean share of their positive, neutral and negative sentences. An article's tone is the mean
-- over the sentences of its body. Empty where n is 0; over fewer than 10 articles a mean says
-- little, and has no interval. The interval is the mean plus and minus t s/√n, s the standard
-- deviation of the tones and t Student's of n-1 degrees of freedom, by the first terms of its
-- expansion (Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, 26.7.5). It takes
-- articles for independent of each other: where many are copies of one report it is too narrow.
-- unit: tone, -1 to 1; shares of sentences, 0 to 1
-- grain: one row a period of the window, those without articles included
-- parameters: period
WITH toned AS (
    SELECT date_trunc($period, published_on)::DATE AS starts_on, avg(tone) AS tone,
        stddev_samp(tone) / sqrt(count(*)) AS error, avg(positive) AS positive,
        avg(neutral) AS neutral, avg(negative) AS negative, count(*) AS n
    FROM selected
    WHERE tone IS NOT NULL
    GROUP BY starts_on
),
judged AS (
    SELECT *, n - 1 AS free,
        CASE WHEN n >= 10 THEN 1.96 + 2.372 / free + 2.823 / free ** 2 + 2.556 / free ** 3 END AS t
    FROM toned
)
SELECT starts_on, tone, tone - t * error AS low, tone + t * error AS high,
    positive, neutral, negative, coalesce(n, 0) AS n, complete
FROM periods LEFT JOIN judged USING (starts_on)
ORDER BY starts_on
