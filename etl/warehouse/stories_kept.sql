-- stories_kept
-- Take for placed again those of these articles that are placed as they stand now.
UPDATE story_member SET refresh = $refresh
FROM reading
WHERE story_member.article = reading.id
    AND reading.id IN (SELECT unnest($ids::BIGINT[]))
    AND story_member.refresh >= reading.refresh
