-- named: which tag a spelling stands for; aliased: all keys that stand for another.
UPDATE article_tag
SET tag = named.tag
FROM named
WHERE named.spelling = article_tag.spelling AND named.tag <> article_tag.tag;

UPDATE article_keyphrase
SET tag = named.tag
FROM named
WHERE named.spelling = article_keyphrase.spelling AND named.tag <> article_keyphrase.tag;

DELETE FROM tag_alias;

INSERT INTO tag_alias BY NAME FROM aliased ORDER BY key;
