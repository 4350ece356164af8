"""Which fields of a filter are worth asking."""

from django import template
from django.forms import BaseForm, BoundField

register = template.Library()


@register.filter
def with_a_choice(form: BaseForm) -> list[BoundField]:
    """The fields of a form without those that offer one answer only, beside none."""
    return [field for field in form if len(getattr(field.field, "choices", ())) != 2]
