-- decided: what analysts have decided of tags, all of it.
DELETE FROM tag_rule;

INSERT INTO tag_rule BY NAME FROM decided;
