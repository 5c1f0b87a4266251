-- stories_count_pending
-- How many articles are to be placed.
SELECT count(*) FROM pending
