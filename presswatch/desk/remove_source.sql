-- remove_source
DELETE FROM source WHERE name = :name
