-- The members of the set, in the order in which they were named.
SELECT unnest($members::VARCHAR[]) AS member,
    generate_subscripts($members::VARCHAR[], 1) - 1 AS place
