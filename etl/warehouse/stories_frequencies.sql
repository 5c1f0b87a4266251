-- stories_frequencies
-- In how many articles each of these terms stands.
SELECT term, articles FROM story_term WHERE term IN (SELECT unnest($terms::INTEGER[]))
