-- Who appears with an entity
-- The entities that are named in the same articles more often than chance would have it: of the 200
-- that are named with it most often, in at least `support` articles, those whose normalised
-- pointwise mutual information with it is above 0 (Bouma, Normalized (Pointwise) Mutual Information
-- in Collocation Extraction, 2009): 1 where neither is named without the other, 0 where each is
-- named as if the other were not there. The closest first. Without a name, the company of the
-- entity that most articles name.
-- unit: articles or stories
-- grain: one row an entity
-- parameters: name, support, limit
SELECT entity, type, together, coverage, association
FROM company JOIN entity USING (id)
ORDER BY association DESC, together DESC, entity, type
LIMIT nullif($limit, 0)
