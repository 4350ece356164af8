"""How fast issues are opened and read, and in how much memory: `make bench`."""
