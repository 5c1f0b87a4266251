"""From documents to articles: the pure function (read.py), and what maps it over them (pool.py)."""
