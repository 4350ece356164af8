from django.core.management.commands import makemessages


class Command(makemessages.Command):
    """Django's own, without guesses: a text that was reworded is translated anew, not like one that resembles it."""

    msgmerge_options = [*makemessages.Command.msgmerge_options, "--no-fuzzy-matching"]
