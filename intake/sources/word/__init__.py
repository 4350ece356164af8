"""Word files (docx): their text as lines, with the numbers that Word makes, and tables as rows."""
