"""Feeds (Atom, RFC 4287): what was published, for programs that look for a reader."""
