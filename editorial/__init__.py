"""The editors' side: roles, publishing by a second person, the audit trail and the admin site."""
