"""Trains the embedded recogniser. In a checkout: `python -m data.training`."""
