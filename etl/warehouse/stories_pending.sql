-- stories_pending
-- The articles that changed since stories were last joined, in the order in which they are placed:
-- that of publication. Readings of before there were fingerprints are left out.
CREATE OR REPLACE TEMP TABLE pending AS
SELECT id, row_number() OVER (ORDER BY published_at, id) AS place
FROM reading LEFT JOIN story_member ON story_member.article = reading.id
WHERE reading.refresh > (SELECT coalesce(max(refresh), 0) FROM story_reached)
    AND fingerprint IS NOT NULL
    AND (story_member.article IS NULL OR reading.refresh > story_member.refresh)
