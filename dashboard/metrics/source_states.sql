-- The state of each source
-- How each source of the settings or the desk did when it was last asked, also in a refresh that
-- changed nothing else: why it could not be asked, how often in a row, when it last gave all that
-- it had, and when it is asked again. Those that fail most often come first. No filter applies.
-- unit: articles
-- grain: one row a source of the settings or the desk
-- parameters: none
SELECT source AS source_name, kind AS source_kind, address, asked_at, answered_at, due_at,
    failures::BIGINT AS failures, failure, articles AS brought, per_day AS daily
FROM fetch_state
ORDER BY fetch_state.failures DESC, source_name
