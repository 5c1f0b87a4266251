-- stories_candidates
-- Articles placed before that may be copies of those of the batch, the originals that they name,
-- or rewrites of them.
-- batch_key: the keys of each article; batch_original: the original that it names; batch_term: its
-- terms, and whether it is sought by them. Weights are whole numbers, so that their sum does not
-- depend on the order in which it is taken. Who may be a rewrite of whom is decided later. A source
-- that fills one form each day has many with like terms: its own do not crowd out those of others.
WITH copy AS (
    SELECT batch_key.article, story_band.article AS other
    FROM story_band JOIN batch_key USING (key)
    GROUP BY batch_key.article, story_band.article
    QUALIFY row_number() OVER (
        PARTITION BY batch_key.article ORDER BY count(*) DESC, story_band.article
    ) <= $most
),
original AS (
    SELECT batch_original.article, story_member.article AS other
    FROM story_member JOIN batch_original ON story_member.article = batch_original.original
    UNION ALL
    SELECT batch_original.article, story_member.article
    FROM story_member JOIN batch_original ON story_member.original = batch_original.article
    UNION ALL
    SELECT batch_original.article, story_member.article
    FROM story_member JOIN batch_original USING (original)
),
day AS (
    SELECT DISTINCT unnest(generate_series(
        published_on - $days::INTEGER, published_on + $days::INTEGER, INTERVAL 1 DAY
    ))::DATE AS published_on
    FROM batch_term
),
near AS (
    SELECT article, source, unnest(terms) AS term, unnest(weights) AS weight
    FROM story_member SEMI JOIN day USING (published_on)
),
rewrite AS (
    SELECT batch_term.article, near.article AS other
    FROM near JOIN batch_term ON near.term = batch_term.term AND batch_term.is_sought
    GROUP BY batch_term.article, near.article
    HAVING sum(batch_term.weight::INTEGER * near.weight) >= $least
    QUALIFY row_number() OVER (
        PARTITION BY batch_term.article, any_value(near.source = batch_term.source)
        ORDER BY sum(batch_term.weight::INTEGER * near.weight) DESC, near.article
    ) <= $most
),
pair AS (FROM copy UNION FROM original UNION FROM rewrite)
SELECT article, other FROM pair SEMI JOIN story_member ON story_member.article = other
WHERE other <> article
ORDER BY article, other
