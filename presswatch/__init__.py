"""Presswatch: news articles in, coverage trends out, on your own machine."""

__version__ = "0.1.0"
