"""Numbers of issues as people write them."""

from collections.abc import Sequence

from django import template
from django.utils.translation import gettext as _

register = template.Library()


@register.filter
def ranges(held: Sequence[tuple[int, int]]) -> str:
    """2、4–6."""
    return _("、").join(f"{first}" if first == last else f"{first}–{last}" for first, last in held)


@register.filter
def one_range(held: tuple[int, int]) -> str:
    """204–206."""
    return ranges([held])
