-- The articles whose facts a refresh was the last to write.
SELECT id FROM article WHERE refresh = $refresh
