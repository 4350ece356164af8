"""How much one client, and all together, may send in a day; counted without cookies and without names."""

import datetime
import ipaddress

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from portal.models import Sending


@transaction.atomic
def may_send(request: HttpRequest) -> bool:
    """Count a message of this client; False where she, or the whole site, has had enough for today."""
    today = timezone.localdate()
    Sending.objects.filter(day__lt=today).delete()
    of_client = _counted(today, sender_of(request, today), settings.MESSAGES_PER_SENDER)
    return of_client and _counted(today, "", settings.MESSAGES_PER_DAY)


def sender_of(request: HttpRequest, day: datetime.date) -> str:
    """A keyed hash of the client's address and the day: tomorrow it is another one."""
    return salted_hmac("portal.citizens.senders", f"{day} {_network(_address(request))}").hexdigest()


def _counted(day: datetime.date, sender: str, limit: int) -> bool:
    Sending.objects.get_or_create(day=day, sender=sender)
    # One statement: of two requests at once, the second counts on what the first has counted.
    within = Sending.objects.filter(day=day, sender=sender, count__lt=limit)
    return bool(within.update(count=F("count") + 1))


def _address(request: HttpRequest) -> str:
    """The client's address. Only a proxy's own word is believed, which is the last one of the header."""
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.BEHIND_PROXY else ""
    return forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")


def _network(address: str) -> str:
    """What belongs to one client: an IPv4 address, or the 64 bits that a line of IPv6 is given."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv4Address):
        return str(found)
    return str(found.ipv4_mapped or ipaddress.ip_network((found, 64), strict=False))
