"""The parts of a record in its form."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms import BaseInlineFormSet
from django.utils.translation import gettext as _


class PartsFormSet(BaseInlineFormSet):
    """Refuses parts that are no longer, or never were, of this record; the forms for them stay on the page."""

    foreign = False

    def clean(self) -> None:
        super().clean()
        if self.foreign:
            raise ValidationError(_("其中有的内容已经被别人删除，所以没有保存。"))

    def get_queryset(self) -> Sequence[Any]:  # type: ignore[override]
        # The page pairs forms and records by their order, which must hold where a record has vanished.
        if self.is_bound and "forms" in self.__dict__:
            return [form.instance for form in self.initial_forms]
        if not hasattr(self, "_parts"):
            self._parts = list(super().get_queryset())
            for part in self._parts:
                setattr(part, self.fk.name, self.instance)
        return self._parts

    def _existing_object(self, pk: Any) -> Model:
        found: Model | None = super()._existing_object(pk)  # type: ignore[misc]
        if found is None:
            self.foreign = True
        return found or self.model()  # type: ignore[misc]
