-- sources
SELECT name, kind, url, outlet, "full" FROM source ORDER BY name
