-- Tags that travel together
-- Pairs of tags that at least `support` articles carry together, more often than chance would have
-- it: their normalised pointwise mutual information is above 0 (Bouma 2009). Among the `limit` tags
-- that most articles carry, no more than 60. The closest pairs first.
-- unit: articles or stories
-- grain: one row a pair
-- parameters: support, limit
SELECT coalesce(one.label, mine.tag) AS tag, coalesce(another.label, theirs.tag) AS other,
    together, association
FROM tied JOIN knot AS mine ON mine.place = tied.place
    JOIN knot AS theirs ON theirs.place = other_place
    LEFT JOIN tag AS one ON one.tag = mine.tag LEFT JOIN tag AS another ON another.tag = theirs.tag
ORDER BY association DESC, together DESC, mine.tag, theirs.tag
