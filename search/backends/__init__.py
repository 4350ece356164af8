"""What differs between databases: how the pairs of characters are kept and asked for. One module each, chosen here.

A backend has `create`, `drop` (for migrations), `put`, `empty`, `lock`, `holding`; nothing else in this app knows which one runs.
"""

from types import ModuleType

from django.db.backends.base.base import BaseDatabaseWrapper

from search.backends import postgresql, sqlite

_BACKENDS = {"sqlite": sqlite, "postgresql": postgresql}


def backend_of(connection: BaseDatabaseWrapper) -> ModuleType:
    """Raises KeyError for a database that this portal does not run on."""
    return _BACKENDS[connection.vendor]
