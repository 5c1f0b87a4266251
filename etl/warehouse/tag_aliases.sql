SELECT key, tag FROM tag_alias
