"""The side that writes: from documents to a published snapshot."""
