-- known_addresses
-- Of these addresses those whose article has a text, and when it was last changed.
SELECT id, url, started_at AS known_since
FROM article JOIN refresh USING (refresh)
WHERE words > 0 AND url IN (SELECT unnest($urls::VARCHAR[]))
