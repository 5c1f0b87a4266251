-- put_story
-- Write each article's story into the facts. shared: the articles that joined another's.
UPDATE article SET story = shared.story
FROM shared
WHERE article.id = shared.article AND article.story <> shared.story
