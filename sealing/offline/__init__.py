"""What checks a file with nothing but Python: no Django, no database, no network.

`cryptography` (SM3) and pyHanko (signatures) are used where they are installed. The site itself checks with
the same modules, and hands them out as one file: sealing.views.tool.
"""
