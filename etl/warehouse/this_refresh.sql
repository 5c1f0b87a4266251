-- How one refresh went.
SELECT refresh, started_at, ended_at, outcome, read, "new", updated, unchanged, refused
FROM refresh
WHERE refresh = $refresh
