"""What can be wrong with an index. It never has to be saved: the follower builds another from PostgreSQL."""

from collections.abc import Iterator
from contextlib import contextmanager


class SearchUnavailable(Exception):
    """There is no whole index of this database yet: one is being built."""


class Damaged(Exception):
    """The library cannot read or write the index."""


@contextmanager
def library_errors() -> Iterator[None]:
    """Raise Damaged for whatever the library says is wrong, its panics included, which are no Exceptions."""
    try:
        yield
    except (ValueError, OSError) as error:
        raise Damaged(str(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise Damaged(str(error)) from error
