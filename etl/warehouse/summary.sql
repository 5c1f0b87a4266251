-- What the store holds, and up to which instant it is complete: the start of the last refresh
-- that asked all sources, or the time at which one was asked that was not due then; in a store
-- that never had one, the start of the last that ended.
SELECT
    (SELECT count(*) FROM article) AS articles,
    (SELECT min(published_on) FROM article) AS first_on,
    (SELECT max(published_on) FROM article) AS last_on,
    min(started_at) AS first_refresh_at,
    coalesce(
        max(coalesce(asked_until, started_at)) FILTER (WHERE asked_all AND outcome = 'complete'),
        max(started_at) FILTER (WHERE outcome = 'complete' AND NOT asked_all)
    ) AS complete_until
FROM refresh
