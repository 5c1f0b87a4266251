-- Authors
-- Who wrote the articles: how many, their share of all that pass the filters, from how many sources
-- and which of them most often, the mean tone over the n that have one, and the days of the first
-- and the last. An article of several authors counts for each, so shares can add up to more than 1;
-- one that names no author counts in the whole of the shares alone. Spellings that differ in no
-- more than case, accents and punctuation are one author, shown as most articles write it: just
-- those that `by:"name"` finds in a query. Two people of one name are one author.
-- unit: articles or stories
-- grain: one row an author
-- parameters: limit
WITH counted AS (
    SELECT author, count_of(story) AS coverage, avg(tone) AS tone, count(tone) AS n,
        min(published_on) AS first_on, max(published_on) AS last_on
    FROM authored
    GROUP BY author
),
top AS (
    SELECT *
    FROM counted
    ORDER BY coverage DESC, author
    LIMIT nullif($limit, 0)
),
spelled AS (
    SELECT author, name, count(*) AS times
    FROM authored
    WHERE author IN (SELECT author FROM top)
    GROUP BY ALL
),
shown AS (
    SELECT author, first(name ORDER BY times DESC, name DESC) AS name
    FROM spelled
    GROUP BY author
),
published AS (
    SELECT author, source, count_of(story) AS articles
    FROM authored
    WHERE author IN (SELECT author FROM top)
    GROUP BY ALL
),
outlets AS (
    SELECT author, count(*) AS sources,
        first(source ORDER BY articles DESC, source) AS most_for
    FROM published
    GROUP BY author
)
SELECT name AS author, coverage, coverage / (SELECT count_of(story) FROM selected) AS share,
    sources, most_for, tone, n, first_on, last_on
FROM top JOIN shown USING (author) JOIN outlets USING (author)
ORDER BY coverage DESC, top.author
