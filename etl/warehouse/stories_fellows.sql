-- stories_fellows
-- Pairs of the same batch whose terms are alike. batch_term as in stories_candidates.
SELECT batch_term.article, fellow.article AS other
FROM batch_term AS fellow
JOIN batch_term ON fellow.term = batch_term.term AND batch_term.is_sought
WHERE fellow.article <> batch_term.article
GROUP BY batch_term.article, fellow.article
HAVING sum(batch_term.weight::INTEGER * fellow.weight) >= $least
ORDER BY batch_term.article, other
