-- Overlap of voices
-- For each two members of a set, how many articles are about both, and which share of the articles
-- about the first these are.
-- unit: articles or stories
-- grain: one row a member and each other one
-- parameters: members
WITH pairs AS (
    SELECT one.place AS place, another.place AS other_place,
        sum(one.articles)::BIGINT AS together
    FROM jointly AS one JOIN jointly AS another USING (bits)
    GROUP BY ALL
)
SELECT member.member, another.member AS other, coalesce(joint.together, 0) AS together,
    coalesce(joint.together, 0) / mine.together AS share
FROM member JOIN member AS another ON member.place <> another.place
    LEFT JOIN pairs AS joint ON joint.place = member.place AND joint.other_place = another.place
    LEFT JOIN pairs AS mine ON mine.place = member.place AND mine.other_place = member.place
ORDER BY member.place, another.place
