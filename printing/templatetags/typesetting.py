"""Filters and tags of the print templates."""

from dataclasses import dataclass

from django import template

from printing.titles import title_lines

register = template.Library()


@dataclass(frozen=True)
class Title:
    """A title in lines. They are one and a half lines of the text high: an odd number needs half a line more."""

    lines: list[str]

    @property
    def parity(self) -> str:
        return " odd" if len(self.lines) % 2 else " even"


@register.simple_tag(name="title_lines")
def lines_of_title(text: str, longest: int, label: str = "") -> Title:
    """A title broken at sense into lines of at most `longest` characters."""
    return Title(title_lines(f"{label}{text}", longest))


@register.filter
def unlocalized(number: float) -> str:
    """A number for a style: with a point, whatever the language."""
    return f"{number:g}"
