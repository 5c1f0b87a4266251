-- fetch_states
-- How each source did when it was last asked.
SELECT source, kind, address, asked_at, answered_at, first_answered_at, due_at, failures, failure,
    articles, per_day
FROM fetch_state
ORDER BY source
