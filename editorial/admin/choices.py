"""A choice among records that are looked up once for all forms of a set, not once for each."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.db.models import Model


class OneOf(forms.TypedChoiceField):
    """Gives the chosen record, or None."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(coerce=self._record, required=False, empty_value=None, **kwargs)
        self.records: Mapping[int, Model] = {}

    def offer(self, records: Mapping[int, Model], none: str, name: Callable[[Any], str] = str) -> None:
        """Set the records to choose from, and the wording for none of them."""
        self.records = records
        self.choices = [("", none), *((pk, name(each)) for pk, each in records.items())]

    def _record(self, pk: Any) -> Model:
        if int(pk) not in self.records:
            raise ValueError(pk)
        return self.records[int(pk)]

    def __deepcopy__(self, memo: dict[int, Any]) -> "OneOf":
        # Each form has its own copy of the field, which must look into its own records.
        copied = super().__deepcopy__(memo)
        copied.coerce = copied._record
        return copied
