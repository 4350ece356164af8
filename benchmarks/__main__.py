"""`python -m benchmarks [--rounds N] [--only FORMAT|search|print] [--write FILE]`: measure and print; docs/benchmarks.md."""

import argparse
import os
import platform
import sys
import tempfile
from pathlib import Path

# What is measured, by the format of the file; the second of each pair does less and is there to compare.
TASKS = {
    "txt": [
        ("read_text", "reading an issue"),
        ("count_numbers", "lines and document numbers by one pattern"),
    ],
    "docx": [("open_docx", "opening a Word file"), ("docx_alone", "python-docx, paragraphs alone")],
    "pdf": [("open_pdf", "opening a PDF"), ("pdfium_alone", "PDFium, characters as they come")],
}


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory() as name:
        _settle(Path(name), options.given_database)
        import django

        django.setup()
        if options.only == ["search"]:
            from benchmarks.search import report as search_report

            _tell(search_report(options.documents, options.rounds), options)
            return
        if options.only == ["print"]:
            from benchmarks.printing import report as printing_report

            _tell(printing_report(Path(name), options.rounds), options)
            return
        from benchmarks import files, measure, report

        formats = [each for each in options.only or TASKS if each in TASKS]
        made = files.make(Path(name), formats)
        rows, notes = [], []
        for form in formats:
            for task, what in TASKS[form]:
                both = []
                for length, file in (("short", made[form].short), ("long", made[form].long)):
                    print(f"{task} {file.name} …", file=sys.stderr)
                    both.append(measure.measure(task, file, options.rounds))
                    rows.append((what, f"{form}, {length}", both[-1]))
                notes.append(report.growth(what, *both))
    _tell("\n\n".join([report.table(rows), "\n".join(notes)]), options)


def _tell(result: str, options: argparse.Namespace) -> None:
    text = f"{_machine(options.rounds)}\n\n{result}\n"
    print(text)
    if options.write:
        options.write.write_text(text)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description="Measures how fast issues are read.")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured (5)")
    parser.add_argument(
        "--only",
        action="append",
        choices=[*TASKS, "search", "print"],
        help="a format, the search or the print alone",
    )
    parser.add_argument("--documents", type=int, default=20_000, help="in how many is searched (20,000)")
    parser.add_argument(
        "--given-database", action="store_true", help="search in the empty database of DATABASE_URL"
    )
    parser.add_argument("--write", type=Path, help="write the result to a file, too")
    return parser.parse_args()


def _settle(folder: Path, given_database: bool) -> None:
    """Settings of this run and of the processes that it starts: nothing of this machine's data is touched."""
    os.environ.update(
        DJANGO_SETTINGS_MODULE="config.settings",
        ENV_FILE=str(folder / ".env"),
        PORTAL_DATA=str(folder / "data"),
        PORTAL_SITE="all",
        # The long files are longer than what an editor may upload.
        SOURCE_MAX_BYTES="1000000000",
        SOURCE_MAX_PDF_BYTES="1000000000",
        SOURCE_SECONDS="3600",
        SOURCE_MEMORY_MB="8192",
    )
    if not given_database:
        os.environ.pop("DATABASE_URL", None)
    (folder / "data").mkdir()


def _machine(rounds: int) -> str:
    cores = len(os.sched_getaffinity(0))
    return f"Python {platform.python_version()}, {platform.machine()}, {cores} cores, {rounds} rounds."


if __name__ == "__main__":
    main()
