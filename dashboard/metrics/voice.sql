-- Share of voice
-- How many articles are about each member of a set (each a query, such as entity:"Mara Lind"), and
-- their share of the articles that are about any of them. An article about two counts for both, so
-- shares can add up to more than 1; `overlap` is how many of a member's articles are about another
-- as well. Prominent are those in whose title or lead it is: of an entity, that is named there; of
-- any other query, those that it finds when words are looked for there alone. `prominent_share` is
-- their share of the articles in which any member is prominent. Tone is that towards an entity, and
-- of any other query the article's; from 0.05 on it is positive, from -0.05 down negative.
-- unit: articles or stories
-- grain: one row a member
-- parameters: members
WITH about AS (
    -- Which members an article (or the copies of a story) is about, and which are prominent in it,
    -- as the bits of two numbers.
    SELECT bit_or(1::BIGINT << place) AS members_named,
        bit_or(CASE WHEN prominent THEN 1::BIGINT << place ELSE 0 END) AS in_front
    FROM voiced
    GROUP BY story
),
counted AS (
    SELECT members_named, in_front, count(*) AS articles
    FROM about
    GROUP BY ALL
),
whole AS (
    SELECT sum(articles) AS articles, sum(articles) FILTER (in_front > 0) AS in_front
    FROM counted
),
covered AS (
    SELECT place, sum(articles)::BIGINT AS coverage,
        sum(articles) FILTER (bit_count(members_named) > 1)::BIGINT AS overlap,
        sum(articles) FILTER ((in_front >> place) & 1 = 1)::BIGINT AS prominent
    FROM counted JOIN member ON (members_named >> place) & 1 = 1
    GROUP BY place
),
toned AS (
    SELECT place, avg(tone) AS tone, count(tone) AS n,
        count(*) FILTER (tone >= 0.05) AS positive_articles,
        count(*) FILTER (tone <= -0.05) AS negative_articles
    FROM voiced
    GROUP BY place
)
SELECT member, coalesce(coverage, 0) AS coverage, coalesce(coverage, 0) / articles AS share,
    coalesce(overlap, 0) AS overlap, coalesce(prominent, 0) AS prominent,
    coalesce(prominent, 0) / whole.in_front AS prominent_share,
    tone, coalesce(n, 0) AS n, coalesce(positive_articles, 0) AS positive_articles,
    coalesce(n - positive_articles - negative_articles, 0) AS neutral_articles,
    coalesce(negative_articles, 0) AS negative_articles
FROM member LEFT JOIN covered USING (place) LEFT JOIN toned USING (place), whole
ORDER BY place
