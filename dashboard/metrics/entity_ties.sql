-- Who appears with whom
-- Pairs of entities that at least `support` articles name together, more often than chance would
-- have it: their normalised pointwise mutual information is above 0 (Bouma 2009). Among an entity
-- and the `limit` that appear with it most closely; without a name, among the `limit` entities that
-- most articles name. No more than 60. The closest pairs first.
-- unit: articles or stories
-- grain: one row a pair
-- parameters: name, kind, support, limit
WITH closest AS (
    SELECT id
    FROM company JOIN entity USING (id)
    WHERE $name <> ''
    ORDER BY association DESC, together DESC, entity, type
    LIMIT coalesce(nullif(least($limit, 60), 0), 60)
),
most_named AS (
    SELECT entity AS id, count_of(story) AS coverage, sum(count) AS mentions
    FROM named
    WHERE $name = ''
    GROUP BY entity
),
top AS (
    SELECT id
    FROM most_named JOIN entity USING (id)
    WHERE $kind IN ('any', type)
    ORDER BY coverage DESC, mentions DESC, entity, type
    LIMIT coalesce(nullif(least($limit, 60), 0), 60)
),
chosen AS (
    SELECT id, row_number() OVER (ORDER BY id) - 1 AS place
    FROM (
        FROM closest
        UNION ALL SELECT id FROM asked WHERE $name <> ''
        UNION ALL FROM top
    )
),
naming AS (
    -- Which of the chosen an article (or the copies of a story) names, as the bits of a number:
    -- there are far fewer such numbers than articles.
    SELECT bit_or(1::BIGINT << place) AS chosen_ones
    FROM named JOIN chosen ON id = entity
    GROUP BY story
),
counted AS (
    SELECT chosen_ones, count(*) AS articles
    FROM naming
    GROUP BY chosen_ones
),
each AS (
    SELECT id, chosen_ones, articles
    FROM counted JOIN chosen ON (chosen_ones >> place) & 1 = 1
),
covered AS (
    SELECT id, sum(articles)::BIGINT AS coverage
    FROM each
    GROUP BY id
),
pairs AS (
    SELECT one.id AS id, another.id AS other_id, sum(one.articles)::BIGINT AS together
    FROM each AS one JOIN each AS another USING (chosen_ones)
    WHERE one.id < another.id
    GROUP BY ALL
    HAVING together >= greatest($support, 1)
),
whole AS (
    SELECT count_of(story) AS articles
    FROM selected
),
measured AS (
    SELECT pairs.id, other_id, together,
        ln(together * articles / (mine.coverage * theirs.coverage))
            / nullif(-ln(together / articles), 0) AS association
    FROM pairs JOIN covered AS mine ON pairs.id = mine.id
        JOIN covered AS theirs ON other_id = theirs.id, whole
)
SELECT one.entity, one.type, another.entity AS other, another.type AS other_type, together,
    association
FROM measured JOIN entity AS one ON measured.id = one.id
    JOIN entity AS another ON other_id = another.id
WHERE association > 0
ORDER BY association DESC, together DESC, one.entity, one.type, other, other_type
