-- Refreshes
-- How each refresh went: when it began and ended, and what became of the documents it read: those
-- read are those that were new, updated, unchanged or refused. One that is at work, or that was
-- interrupted, has no end. A refresh that changed nothing is listed once a later one has changed
-- something. The last one first, of the whole store: no filter applies.
-- unit: documents
-- grain: one row a refresh
-- parameters: limit
SELECT refresh::BIGINT AS refresh, started_at, ended_at,
    (epoch_us(ended_at) - epoch_us(started_at)) / 1e6 AS seconds, outcome, asked_all,
    read, "new", updated, unchanged, refused, version
FROM refresh
ORDER BY refresh DESC
LIMIT nullif($limit, 0)
