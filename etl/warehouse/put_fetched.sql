-- put_fetched
-- Keep where sources have been, and how they did.
-- batch_visit, batch_state: rows of visit and fetch_state.
DELETE FROM visit USING batch_visit
WHERE visit.source = batch_visit.source AND visit.url = batch_visit.url;

INSERT INTO visit BY NAME FROM batch_visit;

DELETE FROM fetch_state WHERE source IN (SELECT source FROM batch_state);

INSERT INTO fetch_state BY NAME FROM batch_state;
