-- Who appears with whom
-- Pairs of entities that at least `support` articles name together, more often than chance would
-- have it: their normalised pointwise mutual information is above 0 (Bouma 2009). Among an entity
-- and the `limit` that appear with it most closely; without a name, among the `limit` entities that
-- most articles name. No more than 60. The closest pairs first.
-- unit: articles or stories
-- grain: one row a pair
-- parameters: name, kind, support, limit
SELECT one.entity, one.type, another.entity AS other, another.type AS other_type, together,
    association
FROM tied JOIN knot AS mine ON mine.place = tied.place
    JOIN knot AS theirs ON theirs.place = other_place
    JOIN entity AS one ON one.id = mine.id JOIN entity AS another ON another.id = theirs.id
ORDER BY association DESC, together DESC, one.entity, one.type, other, other_type
