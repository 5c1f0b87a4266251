-- The members of a set, each by its place.
SELECT place
FROM member
