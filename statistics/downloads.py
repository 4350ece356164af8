"""Series as rows of a spreadsheet."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from .series import Series


def series_rows(series: Iterable[Series]) -> list[list[str]]:
    """A row a figure, head first: the figures that count, then what each corrects."""
    rows = [[_("口径"), _("时期"), _("月表"), _("数值"), _("单位"), _("更正前"), _("出处")]]
    for one in series:
        for figure in one.figures:
            latest = figure.latest
            corrected = "、".join(each.printed for each in figure.corrected)
            issue = str(latest.table.entry.issue)
            month = f"{latest.month:%Y-%m}"
            period = str(latest.year) if one.annual else month
            rows.append([one.label, period, month, latest.printed, latest.value_unit, corrected, issue])
    return rows
