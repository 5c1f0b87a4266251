-- stories_counted
-- Of how many articles the frequencies of terms were counted.
SELECT count(*) FROM story_member WHERE size > 0
