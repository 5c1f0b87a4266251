-- visits
-- What is known of these addresses by this source.
SELECT source, url, visited_at, etag, last_modified, "position",
    coalesce(failures, 0) AS failures
FROM visit
WHERE source = $source AND url IN (SELECT unnest($urls::VARCHAR[]))
