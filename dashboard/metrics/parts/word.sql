-- How many articles of each side have a word in their title.
SELECT side, word AS term, NULL::BIGINT AS entity, count_of(story) AS number
FROM worded
GROUP BY side, word
