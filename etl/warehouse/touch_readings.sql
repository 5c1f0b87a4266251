-- Say that a refresh has changed how these articles are shown.
UPDATE reading SET refresh = $refresh WHERE id IN (SELECT unnest($ids::BIGINT[]))
