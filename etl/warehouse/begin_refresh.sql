-- A new refresh, under the next number.
INSERT INTO refresh BY NAME
SELECT
    coalesce(max(refresh), 0) + 1 AS refresh, $now AS started_at, 'running' AS outcome,
    0 AS read, 0 AS "new", 0 AS updated, 0 AS unchanged, 0 AS refused,
    $version AS version, $asked_all AS asked_all
FROM refresh
RETURNING refresh
