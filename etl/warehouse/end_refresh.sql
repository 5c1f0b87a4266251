-- How a refresh ended.
UPDATE refresh
SET ended_at = $now, outcome = $outcome, read = $read, "new" = $new, updated = $updated,
    unchanged = $unchanged, refused = $refused, asked_until = $asked_until
WHERE refresh = $refresh
