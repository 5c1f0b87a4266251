-- stories_shared
-- The articles that do not bear their own number as their story.
SELECT article, story FROM story_member WHERE story <> article
