"""The name of a publication as a cover sets it."""

from django import template

from gazette.models import Publication

register = template.Library()


@register.filter
def cover_lines(publication: Publication) -> list[str]:
    """伊犁哈萨克自治州 and 人民政府公报, where the name begins with the place: a line breaks between them first."""
    rest = publication.name.removeprefix(publication.place)
    return [publication.place, rest] if rest and rest != publication.name else [publication.name]
