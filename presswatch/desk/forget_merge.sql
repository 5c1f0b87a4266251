-- forget_merge
DELETE FROM tag_rule WHERE tag = :tag AND decision = 'merge'
