-- Tone
-- The mean tone of the articles of each period, and the mean shares of their sentences that are
-- positive, neutral and negative. n is the number of articles with a tone; one without a text, or
-- with one in a language that is not scored, has none. An article's tone is the mean over the
-- sentences of its body. Empty where n is 0; over fewer than 10 articles a mean says little.
-- unit: tone, -1 to 1; shares of sentences, 0 to 1
-- grain: one row a period of the window, those without articles included
-- parameters: period
WITH toned AS (
    SELECT date_trunc($period, published_on)::DATE AS starts_on, avg(tone) AS tone,
        avg(positive) AS positive, avg(neutral) AS neutral, avg(negative) AS negative,
        count(*) AS n
    FROM selected
    WHERE tone IS NOT NULL
    GROUP BY ALL
)
SELECT starts_on, tone, positive, neutral, negative, coalesce(n, 0) AS n, complete
FROM periods LEFT JOIN toned USING (starts_on)
ORDER BY starts_on
