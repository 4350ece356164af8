"""An issue as a file that editors can work on: Word (docx), with the content of the printed PDF."""
