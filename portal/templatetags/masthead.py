"""The address of the face in which the site's name is set, for the page to fetch at once."""

from django import template
from django.templatetags.static import static

from portal.masthead import NAME, made_path

register = template.Library()


@register.simple_tag
def masthead_font() -> str:
    """Its address; empty where this installation has made none."""
    if not made_path().exists():
        return ""
    try:
        return static(NAME)
    except ValueError:
        # Made after the static files were collected: their list does not know it.
        return ""
