"""Records are checked before they are written, so that a fault has a place and a Chinese message."""

from typing import TypeVar

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from gazette.models import Sourced
from intake.errors import SourceError

Record = TypeVar("Record", bound=Sourced)


def create_checked(record: Record) -> Record:
    """Save a new record; SourceError with its first line where a field does not hold what was read."""
    try:
        record.full_clean(validate_unique=False, validate_constraints=False)
    except ValidationError as fault:
        field, messages = next(iter(fault.message_dict.items()))
        line = record.source_lines[0][0] if record.source_lines else None
        name = getattr(record._meta.get_field(field), "verbose_name", field)
        raise SourceError(
            _("第 %(line)s 行的“%(field)s”不能收录：%(reason)s")
            % {"line": line, "field": name, "reason": messages[0]},
            line=line,
        ) from fault
    record.save()
    return record
