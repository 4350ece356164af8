"""The officials whom an event names, kept in step with its text."""

from appointments.flows import find_official
from chronicle.models import Event
from intake.readers.chronicle import officials

# What an editor set by hand is noted on the event under this name, beside its fields.
BY_HAND = "officials"


def read_again(event: Event) -> None:
    """Have the event name the officials that its text names, unless an editor has set them.

    Who is named already stays the person that he or she is, though others share the name.
    """
    if BY_HAND in event.edited_fields:
        return
    read = {named.name: named.title[:100] for named in officials(event.text)}
    for named in event.named.select_related("official"):
        office = read.pop(named.official.name, None)
        if office is None:
            named.delete()
        elif office != named.office:
            named.office = office
            named.save()
    for name, office in read.items():
        event.named.create(official=find_official(name), office=office)
