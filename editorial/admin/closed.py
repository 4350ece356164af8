"""What a page shows of a record that may not be changed from it: as its form has it, in words and not in JSON."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets
from django.core.exceptions import FieldDoesNotExist
from django.db.models import JSONField, Model

# A form that only carries the state it was opened with has not been changed by anybody.
TECHNICAL = {"version", "renew_address"}


def closed(fieldsets: Any, model: type[Model], form: type[forms.BaseModelForm]) -> list[Any]:
    """The fieldsets of a form without what only serves its saving."""
    return [
        (name, {**options, "fields": list(_shown(options["fields"], model, form))})
        for name, options in fieldsets
    ]


def worded(fieldsets: Any) -> list[Callable[[Any], str]]:
    """Those of their fields that `closed` has put into words."""
    return [field for field in flatten_fieldsets(fieldsets) if callable(field)]


def _shown(lines: Any, model: type[Model], form: type[forms.BaseModelForm]) -> Iterator[Any]:
    for line in lines:
        if isinstance(line, (list, tuple)):
            if kept := list(_shown(line, model, form)):
                yield kept
        elif line not in TECHNICAL and not _only_asked(line, model, form):
            yield _in_words(_declared(form)[line], line) if _is_data(line, model, form) else line


def _only_asked(name: str, model: type[Model], form: type[forms.BaseModelForm]) -> bool:
    """Whether the form asks for it without the record holding it."""
    return name in _declared(form) and _field(model, name) is None


def _is_data(name: str, model: type[Model], form: type[forms.BaseModelForm]) -> bool:
    return name in _declared(form) and isinstance(_field(model, name), JSONField)


def _field(model: type[Model], name: str) -> Any:
    try:
        return model._meta.get_field(name)
    except FieldDoesNotExist:
        return None


def _declared(form: type[forms.BaseModelForm]) -> dict[str, forms.Field]:
    return getattr(form, "declared_fields", {})


@cache
def _in_words(field: forms.Field, name: str) -> Callable[[Any], str]:
    """A column of the admin with what the form's own field would be filled with."""

    @admin.display(description=field.label)
    def shown(record: Any) -> str:
        return str(field.prepare_value(getattr(record, name)))

    # The admin names the place on the page after it.
    shown.__name__ = name
    return shown
