-- put_stories
-- Keep the stories of a batch and the marks by which later articles find them.
-- batch_member, batch_mark: rows of story_member and story_band; batch_count: in how many new
-- articles each term stands.
DELETE FROM story_band WHERE article IN (
    SELECT article FROM story_member WHERE article IN (SELECT article FROM batch_member)
);

DELETE FROM story_member WHERE article IN (SELECT article FROM batch_member);

INSERT INTO story_member BY NAME FROM batch_member;

INSERT INTO story_band BY NAME FROM batch_mark;

UPDATE story_term SET articles = story_term.articles + batch_count.articles
FROM batch_count WHERE story_term.term = batch_count.term;

INSERT INTO story_term BY NAME FROM batch_count ANTI JOIN story_term USING (term);
