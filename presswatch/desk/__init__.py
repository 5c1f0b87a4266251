"""The desk: what people wrote, in `desk.sqlite` of the store, a module a kind of thing. Several
processes may write it; a refresh only reads it."""
