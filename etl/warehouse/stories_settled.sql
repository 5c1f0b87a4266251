-- stories_settled
-- Of these articles those that have a story already, and whether they share it.
WITH known AS (
    SELECT article, story, founded_on
    FROM story_member
    WHERE article IN (SELECT unnest($ids::BIGINT[]))
)
SELECT
    article, story, founded_on,
    story IN (
        SELECT story FROM story_member
        WHERE story IN (SELECT story FROM known)
        GROUP BY story HAVING count(*) > 1
    ) AS shared
FROM known
