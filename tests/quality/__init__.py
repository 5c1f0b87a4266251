"""How good the enrichers are, on cases whose answers are known."""
