import django_filters
from django.utils.translation import gettext_lazy as _

from appointments.models import Official

# As long as a name can be; a database refuses a pattern of many thousands.
LONGEST_NAME = 50


class OfficialFilter(django_filters.FilterSet):
    """Officials by a part of their names."""

    q = django_filters.CharFilter(
        field_name="name", lookup_expr="icontains", label=_("姓名"), max_length=LONGEST_NAME
    )

    class Meta:
        model = Official
        fields: list[str] = []
