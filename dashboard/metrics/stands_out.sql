-- What stands out
-- The tags, entities and sources whose coverage rose or fell beyond what their own weeks explain,
-- on the last whole day of the window, or in the seven days that end with it; and all coverage, if
-- it did. What is usual is taken from the same weekday (or the seven days) of each of the eight
-- weeks before: their mean without the highest and the lowest. The score is the distance of the two
-- on the scale on which chance varies alike, 2 (sqrt(coverage + 3/8) - sqrt(usual + 3/8)) (Anscombe,
-- "The Transformation of Poisson, Binomial and Negative-Binomial Data", Biometrika 35, 1948), over
-- the square root of the overdispersion: the square of 1.4826 times the weeks' median absolute
-- deviation over the usual, at least 1 (the weeks before as a quasi-Poisson baseline: Farrington and
-- others, "A Statistical Algorithm for the Early Detection of Outbreaks of Infectious Disease", JRSS
-- A 159, 1996). A rise has a score of 3 and 5 articles at least; a fall a score of -3, where 5 are
-- usual. What rose is led by the story with most articles among those counted, by its first title.
-- `limit` is of rises and of falls each; the furthest from the usual first. No rows where the store
-- has fewer than four of the weeks before.
-- unit: articles or stories
-- grain: one row a tag, entity or source, and one for all
-- parameters: limit, over
WITH counted AS (
    SELECT 'tag' AS part, tag AS term, NULL::BIGINT AS entity,
        ($inner_last::DATE - published_on) // 7 AS week, count_of(story) AS coverage
    FROM carried
    WHERE ($inner_last::DATE - published_on) % $every = 0
    GROUP BY tag, week
    UNION ALL
    SELECT 'entity', NULL, entity, ($inner_last::DATE - published_on) // 7 AS week, count_of(story)
    FROM named
    WHERE ($inner_last::DATE - published_on) % $every = 0
    GROUP BY entity, week
    UNION ALL
    SELECT 'source', source, NULL, ($inner_last::DATE - published_on) // 7 AS week, count_of(story)
    FROM selected
    WHERE ($inner_last::DATE - published_on) % $every = 0
    GROUP BY source, week
    UNION ALL
    SELECT 'all', '', NULL, ($inner_last::DATE - published_on) // 7 AS week, count_of(story)
    FROM selected
    WHERE ($inner_last::DATE - published_on) % $every = 0
    GROUP BY week
),
many AS (
    SELECT part, term, entity
    FROM counted
    GROUP BY part, term, entity
    HAVING $weeks >= 4
        AND (sum(coverage) FILTER (week = 0) >= 5 OR sum(coverage) >= 5 * ($weeks - 2))
),
course AS (
    SELECT part, term, entity, coalesce(sum(coverage) FILTER (week = 0), 0)::BIGINT AS coverage,
        list(coverage) FILTER (week BETWEEN 1 AND $weeks) AS weeks
    FROM counted
    WHERE (part, coalesce(term, ''), coalesce(entity, 0)) IN (
        SELECT (part, coalesce(term, ''), coalesce(entity, 0)) FROM many
    )
    GROUP BY part, term, entity
),
padded AS (
    SELECT part, term, entity, coverage, list_resize(coalesce(weeks, []), $weeks, 0) AS weeks
    FROM course
),
expected AS (
    SELECT part, term, entity, coverage,
        (list_sum(weeks) - list_max(weeks) - list_min(weeks)) / ($weeks - 2) AS usual,
        list_aggregate(weeks, 'mad') AS deviation
    FROM padded
),
scored AS (
    SELECT *, 2 * (sqrt(coverage + 0.375) - sqrt(usual + 0.375))
        / sqrt(greatest(1, (1.4826 * deviation) ** 2 / nullif(usual, 0))) AS score
    FROM expected
),
top AS (
    SELECT *
    FROM scored
    WHERE (score >= 3 AND coverage >= 5) OR (score <= -3 AND usual >= 5)
    QUALIFY $limit = 0 OR $limit >= row_number() OVER (
        PARTITION BY score > 0 ORDER BY abs(score) DESC, coverage DESC, part, term, entity
    )
),
rose AS (
    SELECT part, term, entity FROM top WHERE score > 0
),
bearing AS (
    SELECT part, term, rose.entity AS entity, article
    FROM carried JOIN rose ON part = 'tag' AND tag = term
    WHERE published_on >= $inner_first::DATE
    UNION ALL
    SELECT part, term, rose.entity, article
    FROM named JOIN rose ON named.entity = rose.entity
    WHERE published_on >= $inner_first::DATE
    UNION ALL
    SELECT part, term, entity, id
    FROM selected JOIN rose ON part = 'all' OR (part = 'source' AND source = term)
    WHERE published_on >= $inner_first::DATE
),
told AS (
    SELECT part, term, entity, story, count(*) AS copies,
        arg_min(title, (published_at, id)) AS title, max(published_at) AS latest_at
    FROM bearing JOIN (SELECT id AS article, story, title, published_at, id FROM selected)
        USING (article)
    GROUP BY part, term, entity, story
),
led AS (
    SELECT part, term, entity, title, copies
    FROM told
    QUALIFY row_number() OVER (
        PARTITION BY part, term, entity ORDER BY copies DESC, latest_at DESC, story
    ) = 1
)
SELECT coalesce(type, top.part) AS kind, coalesce(entity.entity, label, top.term) AS name,
    coverage, usual, coverage / nullif(usual, 0) AS times, score, title, copies
FROM top
    LEFT JOIN led ON led.part = top.part AND led.term IS NOT DISTINCT FROM top.term
        AND led.entity IS NOT DISTINCT FROM top.entity
    LEFT JOIN tag AS labels ON top.part = 'tag' AND tag = top.term
    LEFT JOIN entity ON entity.id = top.entity
ORDER BY abs(score) DESC, coverage DESC, top.part, top.term, top.entity
