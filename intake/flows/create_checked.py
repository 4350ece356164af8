"""Records are checked before they are written, so that a fault has a place and a Chinese message."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _

from gazette.models import Sourced
from intake.errors import SourceError

Record = TypeVar("Record", bound=Sourced)


def create_checked(record: Record) -> Record:
    """Save a new record; SourceError with its first line where the database could not hold what was read."""
    line = record.source_lines[0][0] if record.source_lines else None
    check(record, line)
    record.save()
    return record


def day_of(text: str | None) -> datetime.date | None:
    """A day of a reading for the field of a record."""
    return datetime.date.fromisoformat(text) if text else None


def set_by_editor(edited: list[str], names: dict[str, str] | None = None) -> list[str]:
    """`edited_fields` of a record from `edited` of its reading; `names` has the fields named otherwise."""
    return sorted({(names or {}).get(name, name) for name in edited})


def check(record: Model, line: int | None = None) -> None:
    """Raise SourceError, naming the field, where a record breaks a rule of its fields or constraints."""
    with said_with_place(type(record), line):
        record.full_clean(validate_unique=False)


@contextmanager
def said_with_place(model: type[Model], line: int | None) -> Iterator[None]:
    """Have a fault of a record of `model` say what is wrong where: ValidationError becomes SourceError."""
    try:
        yield
    except ValidationError as fault:
        field, messages = next(iter(fault.message_dict.items()))
        place = _("第 %(line)s 行") % {"line": line} if line else _("来稿")
        raise SourceError(
            _("%(place)s的“%(field)s”不能收录：%(reason)s")
            % {"place": place, "field": _name(model, field), "reason": messages[0]},
            line=line,
        ) from fault


def _name(model: type[Model], field: str) -> str:
    if field == NON_FIELD_ERRORS:
        return str(model._meta.verbose_name)
    return str(getattr(model._meta.get_field(field), "verbose_name", field))
