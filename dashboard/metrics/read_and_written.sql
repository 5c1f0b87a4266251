-- What is read against what is written
-- For the tags that most articles of the window carry: their share of the articles (share), their
-- share of the page views, shares or places in lists that those articles had on the days of the
-- window (value_share), and the one over the other (ratio): above 1 a tag is read more than it is
-- written. Only articles of sources of which anything was seen count, for of others nobody knows
-- what is read. An article with two tags counts for both.
-- unit: articles or stories; page views, shares, or places in lists
-- grain: one row a tag
-- parameters: measure, limit
WITH valued AS (
    SELECT article, sum(value) AS value FROM seen GROUP BY article
),
measured AS (
    SELECT DISTINCT source FROM selected WHERE id IN (SELECT article FROM valued)
),
unmeasured AS (
    SELECT id AS article FROM selected WHERE source NOT IN (SELECT source FROM measured)
),
whole AS (
    SELECT count_of(story) AS coverage, sum(value) AS value
    FROM selected LEFT JOIN valued ON article = id
    WHERE source IN (SELECT source FROM measured)
),
counted AS (
    SELECT tag, count_of(story) AS coverage
    FROM carried ANTI JOIN unmeasured USING (article)
    GROUP BY tag
    ORDER BY coverage DESC, tag
    LIMIT nullif($limit, 0)
),
summed AS (
    SELECT tag, sum(value) AS value
    FROM (FROM carried SEMI JOIN counted USING (tag)) JOIN valued USING (article)
    GROUP BY tag
)
SELECT coalesce(label, tag) AS tag, counted.coverage, counted.coverage / whole.coverage AS share,
    coalesce(summed.value, 0) AS value,
    coalesce(summed.value, 0) / nullif(whole.value, 0) AS value_share,
    value_share / share AS ratio
FROM counted LEFT JOIN summed USING (tag) LEFT JOIN tag AS labels USING (tag), whole
ORDER BY counted.coverage DESC, counted.tag
