"""Working days by the Chinese calendar, with the days worked instead of holidays (调休).

国办发〔2017〕47号 gives three working days for an answer; 政府信息公开条例 art. 33 counts in them too.
"""

import datetime

from django.conf import settings
from django.utils import timezone
from holidays.countries import China

_DAY = datetime.timedelta(days=1)
# The years whose days off and days worked instead have been announced. All are read at once: read one by one
# on demand, a thread could meet a year that another has only half read.
_ANNOUNCED = frozenset(China().special_public_holidays)
_CALENDAR = China(years=_ANNOUNCED, expand=False)


def is_working_day(day: datetime.date) -> bool:
    """Whether offices are open on `day`.

    Public holidays and days worked instead are announced each autumn for the following year. Beyond the
    last announced year that the package `holidays` knows, only weekends are free: a deadline then comes
    rather too early than too late, and no day is made up. LOCAL_HOLIDAYS of the settings (those of a
    nationality's feasts, fixed by an autonomous region each year) are free in any year.
    """
    if day in settings.LOCAL_HOLIDAYS:
        return False
    if day.year in _ANNOUNCED:
        return _CALENDAR.is_working_day(day)
    return day.weekday() < 5


def first_working_day(day: datetime.date) -> datetime.date:
    """`day`, or the next working day where it is none."""
    while not is_working_day(day):
        day += _DAY
    return day


def after_working_days(day: datetime.date, count: int) -> datetime.date:
    """The `count`th working day after `day`, which is itself not counted (民法典 art. 201)."""
    for _ in range(count):
        day = first_working_day(day + _DAY)
    return day


def day_of_receipt(received_at: datetime.datetime) -> datetime.date:
    """The working day on which something counts as received.

    What comes after offices have closed, or on a day on which they are, counts from the next working day:
    where there are hours of business, a day ends with them (民法典 art. 203).
    """
    received = timezone.localtime(received_at)
    closed = received.time() >= settings.OFFICE_CLOSES
    return first_working_day(received.date() + _DAY if closed else received.date())


def deadline(received_at: datetime.datetime, count: int) -> datetime.date:
    """The last day for what must be done within `count` working days of its receipt."""
    return after_working_days(day_of_receipt(received_at), count)
