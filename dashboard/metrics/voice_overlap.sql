-- Overlap of voices
-- For each two members of a set, how many articles are about both, and which share of the articles
-- about the first these are.
-- unit: articles or stories
-- grain: one row a member and each other one
-- parameters: members
WITH about AS (
    SELECT bit_or(1::BIGINT << place) AS members_named
    FROM voiced
    GROUP BY story
),
counted AS (
    SELECT members_named, count(*) AS articles
    FROM about
    GROUP BY members_named
),
each AS (
    SELECT place, members_named, articles
    FROM counted JOIN member ON (members_named >> place) & 1 = 1
),
covered AS (
    SELECT place, sum(articles)::BIGINT AS coverage
    FROM each
    GROUP BY place
),
pairs AS (
    SELECT one.place AS place, another.place AS other_place,
        sum(one.articles)::BIGINT AS together
    FROM each AS one JOIN each AS another USING (members_named)
    GROUP BY ALL
)
SELECT member.member, another.member AS other, coalesce(together, 0) AS together,
    coalesce(together, 0) / coverage AS share
FROM member JOIN member AS another ON member.place <> another.place
    LEFT JOIN pairs ON pairs.place = member.place AND other_place = another.place
    LEFT JOIN covered ON covered.place = member.place
ORDER BY member.place, another.place
