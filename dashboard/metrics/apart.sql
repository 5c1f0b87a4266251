-- What sets two selections apart
-- The words of titles, keyphrases, tags, entities or sources that are typical of the articles that
-- pass the filters, and of another selection: by the log-odds ratio with an informative Dirichlet
-- prior of Monroe, Colaresi and Quinn ("Fightin' Words", Political Analysis 16, 2008). A term's count
-- is the number of articles with it (coverage). The prior is a tenth of what both selections count
-- together: so much of each term is added to either side, and a difference of few articles stays
-- small. The log-odds is the natural logarithm of the term's odds among all counts of the first
-- selection over those of the other; z is that over its standard deviation: above 0 the term is
-- typical of the first, below of the other, and chance alone goes beyond 1.96 for one term in twenty
-- at most. The share is of the selection's articles. An article in both selections counts for both.
-- Words are runs of two letters or more, in small letters and as they are spelt, without the stop
-- words of the article's language. They are read of at most `sample` titles a side, a random choice
-- that is always the same one; counts and shares of words are of these. The other selection is written
-- as in the dashboard's address (from=2026-01-01&tag=ports), and counts tags, names and stories as the
-- filters do; without it, it is the period before. From the most typical of the first to the most
-- typical of the other.
-- unit: articles or stories
-- grain: one row a term, `limit` a side
-- parameters: part, other, sample, limit
WITH paired AS (
    SELECT term, entity, coalesce(sum(number) FILTER (side = 0), 0)::BIGINT AS coverage,
        coalesce(sum(number) FILTER (side = 1), 0)::BIGINT AS other_coverage
    FROM told_apart
    GROUP BY term, entity
),
whole AS (
    SELECT sum(coverage) AS counts, sum(other_coverage) AS other_counts
    FROM paired
    HAVING counts > 0 AND other_counts > 0 AND count(*) > 1  -- a sole term tells nothing apart
),
weighed AS (
    SELECT term, entity, coverage, other_coverage,
        (coverage + other_coverage) / 10 AS prior, (counts + other_counts) / 10 AS all_priors,
        ln((coverage + prior) / (counts + all_priors - coverage - prior))
            - ln((other_coverage + prior) / (other_counts + all_priors - other_coverage - prior))
            AS log_odds,
        log_odds / sqrt(1 / (coverage + prior) + 1 / (other_coverage + prior)) AS z
    FROM paired, whole
),
typical AS (
    SELECT *
    FROM weighed
    WHERE abs(z) > 1e-9  -- beside what floats lose
    QUALIFY $limit = 0
        OR z > 0 AND row_number() OVER (ORDER BY z DESC, coverage DESC, term, entity) <= $limit
        OR z < 0 AND row_number() OVER (ORDER BY z, other_coverage DESC, term, entity) <= $limit
),
articles AS (
    SELECT sum(number) FILTER (side = 0) AS first_articles,
        sum(number) FILTER (side = 1) AS other_articles
    FROM (
        SELECT side, count_of(story) AS number FROM titled WHERE $part = 'word' GROUP BY side
        UNION ALL
        SELECT 0, count_of(story) FROM selected WHERE $part <> 'word'
        UNION ALL
        SELECT 1, count_of(story) FROM other WHERE $part <> 'word' AND $other_first::DATE IS NOT NULL
    )
)
SELECT coalesce(label, term, entity.entity) AS term, type, coverage, other_coverage,
    coverage / first_articles AS share, other_coverage / other_articles AS other_share, log_odds, z
FROM typical, articles
    LEFT JOIN tag AS labels ON $part IN ('tag', 'keyphrase') AND labels.tag = term
    LEFT JOIN entity ON entity.id = typical.entity
ORDER BY z DESC, coverage DESC, typical.term, typical.entity
