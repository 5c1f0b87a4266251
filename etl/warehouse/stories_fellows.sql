-- stories_fellows
-- Articles of the batch, and those before them in it whose terms are like theirs. batch_term as in
-- stories_candidates; place: in the order in which they are placed.
SELECT batch_term.article, fellow.article AS other
FROM batch_term AS fellow
JOIN batch_term ON fellow.term = batch_term.term AND batch_term.is_sought
WHERE fellow.place < batch_term.place
GROUP BY batch_term.article, fellow.article
HAVING sum(batch_term.weight::INTEGER * fellow.weight) >= $least
QUALIFY row_number() OVER (
    PARTITION BY batch_term.article, any_value(fellow.source = batch_term.source)
    ORDER BY sum(batch_term.weight::INTEGER * fellow.weight) DESC, fellow.article
) <= $most
ORDER BY batch_term.article, other
