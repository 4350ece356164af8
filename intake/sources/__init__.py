"""Files to numbered lines of text: one module a file format."""
