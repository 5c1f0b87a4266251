-- One entity over time
-- How many articles of each period name the entity, their share of all articles of the period that
-- pass the filters, how many name it in title or lead, and the mean tone towards it over the n
-- articles that have one. Without a name, the entity that most articles name.
-- unit: articles or stories; tone from -1 to 1
-- grain: one row a period of the window, zeros included
-- parameters: name, period
WITH counted AS (
    SELECT date_trunc($period, published_on)::DATE AS starts_on, count_of(story) AS coverage,
        count_of(story) FILTER (prominent) AS prominent, avg(tone) AS tone, count(tone) AS n
    FROM own
    GROUP BY ALL
),
whole AS (
    SELECT date_trunc($period, published_on)::DATE AS starts_on, count_of(story) AS articles
    FROM selected
    GROUP BY ALL
)
SELECT starts_on, coalesce(coverage, 0) AS coverage, coalesce(coverage, 0) / articles AS share,
    coalesce(prominent, 0) AS prominent, tone, coalesce(n, 0) AS n, complete
FROM periods LEFT JOIN counted USING (starts_on) LEFT JOIN whole USING (starts_on)
ORDER BY starts_on
