-- A refresh that never ended was interrupted.
UPDATE refresh SET outcome = 'interrupted' WHERE outcome = 'running' RETURNING refresh
