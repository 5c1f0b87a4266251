"""The outlines of land and countries that a map is drawn on, and where each country's middle is.

`python -m data.map countries-110m.json countries-50m.json` makes outlines.json anew, from the files
of these names in version 2.0.2 of the package world-atlas of the npm registry, which has Natural
Earth's countries at 1:110 and 1:50 million, version 4.1.0 (www.naturalearthdata.com, public domain)
as TopoJSON."""
