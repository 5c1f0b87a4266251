-- stories_batch
-- The next articles to be placed.
SELECT * EXCLUDE (place) FROM staged WHERE place > $done AND place <= $done + $size ORDER BY place
