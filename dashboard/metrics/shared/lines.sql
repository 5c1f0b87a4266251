-- The members of a set; of an empty one a nameless member, which is all that passes the filters.
SELECT member, place FROM member
UNION ALL
SELECT '', 0 WHERE len($members::VARCHAR[]) = 0
