"""Answering what a citizen sent."""

from typing import Any

from django.utils import timezone

from portal.models import Message


def answered(message: Message, by: Any) -> None:
    """Note who gave the answer, and when; one that is still being worked on has none. The caller saves."""
    if message.is_open:
        message.answered_by, message.answered_at = None, None
    else:
        message.answered_by, message.answered_at = by, timezone.now()
