-- One entity at a glance
-- The entity of a name, whatever its type: how many articles name it, their share of all that pass
-- the filters, from how many sources they are, how often it is named in all of them, how many name
-- it in title or lead, how prominently on average, and the mean tone towards it over the n articles
-- that have one; its types, the most frequent first, and the spellings that texts use for it.
-- Without a name, the entity that most articles name.
-- unit: articles or stories
-- grain: one row, or none where no article names it
-- parameters: name
WITH counted AS (
    SELECT count_of(story) AS coverage, sum(mentions)::BIGINT AS mentions,
        count_of(story) FILTER (prominent) AS prominent, avg(prominence) AS prominence, avg(tone) AS tone,
        count(tone) AS n
    FROM own
),
typed AS (
    SELECT list(type ORDER BY coverage DESC, type) AS types,
        arg_max(entity, (coverage, type)) AS entity
    FROM (
        SELECT entity AS id, count_of(story) AS coverage
        FROM named
        WHERE entity IN (SELECT id FROM asked)
        GROUP BY entity
    ) JOIN entity USING (id)
),
spelled AS (
    SELECT list(DISTINCT alias ORDER BY alias) AS spellings
    FROM entity_alias
    WHERE entity IN (SELECT id FROM asked)
),
published AS (
    SELECT count_of(story) AS articles,
        count(DISTINCT source) FILTER (id IN (SELECT article FROM own)) AS sources
    FROM selected
)
SELECT entity, types, coalesce(spellings, []) AS spellings, coverage,
    coverage / articles AS share, sources, mentions, prominent, prominence, tone, n
FROM counted, typed, spelled, published
WHERE coverage > 0
