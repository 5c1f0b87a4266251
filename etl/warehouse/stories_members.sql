-- stories_members
-- Articles placed before, as their stories know them.
SELECT
    article, story, founded_on, published_on, source, original, size, sketch, brief, terms, weights
FROM story_member WHERE article = ANY($articles)
