"""What a person can put right: each error is one sentence that says what, where and what to do.

`presswatch/cli.py` turns them into an exit code, `dashboard/app.py` into a message on the page."""


class PresswatchError(Exception):
    """The base of all errors that are shown to a person."""

    exit_code = 2


class SettingsError(PresswatchError):
    """`presswatch.toml` or a command's option says something that cannot be meant."""


class StoreError(PresswatchError):
    """The store is not there, cannot be used, or belongs to something else."""


class QueryError(PresswatchError):
    """A query cannot be read."""


class AskError(PresswatchError):
    """A filter, a metric or one of its parameters is not there, or cannot be meant."""


class ExportError(PresswatchError):
    """A figure or table cannot be written as asked."""


class LockedError(PresswatchError):
    """Another process holds the store's lock."""

    exit_code = 3


class LoadError(PresswatchError):
    """Something was read, and all of it refused."""

    exit_code = 1


class UnwellError(PresswatchError):
    """`presswatch doctor` has found something to mend."""

    exit_code = 1


class SourceError(PresswatchError):
    """A source failed; what the others had is published."""

    exit_code = 4
