-- How these articles are shown, where that is not as they were read.
SELECT id, mentions, spans, quotes FROM overlay WHERE id IN (SELECT unnest($ids::BIGINT[]))
