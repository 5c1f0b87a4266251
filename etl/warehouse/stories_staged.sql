-- stories_staged
-- What is needed of the next articles. They are not sorted here: texts would fill the memory.
CREATE OR REPLACE TEMP TABLE staged AS
SELECT
    place, id, title,
    -- What is new stands first.
    left(array_to_string(body[:40], chr(10)), 3000) AS opening,
    source, language, published_on, fingerprint, original, refresh
FROM reading JOIN (FROM pending WHERE place > $done AND place <= $done + $size) USING (id)
WHERE refresh > (SELECT coalesce(max(refresh), 0) FROM story_reached)
