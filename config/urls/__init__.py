"""The URL tables of the two sites; settings.PORTAL_SITE chooses."""
