"""The store as the side that writes sees it: its lock, its databases, its index."""
