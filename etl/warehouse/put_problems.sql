-- Keep what could not be taken in this refresh.
INSERT INTO problem BY NAME SELECT refresh, document, place, stage, reason FROM batch_problems
