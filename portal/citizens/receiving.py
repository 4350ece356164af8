"""Taking in what a citizen sent."""

from auditlog.context import disable_auditlog
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from portal.citizens.numbers import new_number
from portal.models import Message
from portal.working_days import deadline


@transaction.atomic
def receive(message: Message) -> Message:
    """Keep a message that passed its form, with its number and the last day for an answer."""
    message.received_at = timezone.now()
    message.number = new_number(timezone.localdate(message.received_at))
    message.due_on = deadline(message.received_at, settings.ANSWER_WORKING_DAYS)
    # The trail is of staff; it must not hold what a citizen wrote in confidence.
    with disable_auditlog():
        message.save()
    return message
