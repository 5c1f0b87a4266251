-- follow_tag
-- What was merged into a tag, or into the same one under another spelling, goes where it goes.
UPDATE tag_rule SET target = :target, label = :label WHERE target IN (:tag, :target)
