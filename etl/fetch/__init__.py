"""Ask the web for documents, politely and safely, and keep what came.

What is asked for, and what the answer means, is left to the readers in `etl/intake/`."""

from etl.fetch.answer import Fetched, Request
from etl.fetch.fetcher import Fetcher

__all__ = ["Fetched", "Fetcher", "Request"]
