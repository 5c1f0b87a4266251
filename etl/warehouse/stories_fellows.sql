-- stories_fellows
-- Pairs of the same batch whose terms are alike. batch_term as in stories_candidates.
SELECT batch_term.article, fellow.article AS other
FROM batch_term AS fellow
JOIN batch_term ON fellow.term = batch_term.term
    AND fellow.source <> batch_term.source AND batch_term.is_sought
GROUP BY batch_term.article, fellow.article
HAVING sum(batch_term.weight::INTEGER * fellow.weight) >= $least
QUALIFY row_number() OVER (
    PARTITION BY batch_term.article
    ORDER BY sum(batch_term.weight::INTEGER * fellow.weight) DESC, fellow.article
) <= $most
ORDER BY batch_term.article, other
