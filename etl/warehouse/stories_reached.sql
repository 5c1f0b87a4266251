-- stories_reached
-- All articles that have changed so far have been placed.
DROP TABLE pending;

DROP TABLE IF EXISTS staged;

DELETE FROM story_reached;

INSERT INTO story_reached SELECT max(refresh) FROM reading HAVING max(refresh) IS NOT NULL;
