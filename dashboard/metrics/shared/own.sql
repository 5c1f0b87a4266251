-- The articles that name the entity asked for, each once. Rows need only be put together where
-- entities of several types share the name.
WITH alone AS (
    SELECT id FROM asked QUALIFY count(*) OVER () = 1
),
several AS (
    SELECT id FROM asked QUALIFY count(*) OVER () > 1
)
SELECT article, story, published_on, count::BIGINT AS mentions,
    in_title OR in_lead AS prominent, prominence, tone
FROM named
WHERE entity IN (SELECT id FROM alone)
UNION ALL
SELECT article, any_value(story), any_value(published_on), sum(count)::BIGINT,
    bool_or(in_title OR in_lead), max(prominence), avg(tone)
FROM named
WHERE entity IN (SELECT id FROM several)
GROUP BY article
