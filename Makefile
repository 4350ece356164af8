# Every command is a script that also runs without make.
.PHONY: help setup run test check bench screenshots
.NOTPARALLEL:

help:
	@echo "make setup   system packages, .venv, database, static files"
	@echo "make run     the portal with three real texts on http://127.0.0.1:8000 (PORT=… for another port)"
	@echo "make check   ruff, mypy, migrations, deployment settings"
	@echo "make test    all tests, on SQLite and on PostgreSQL (ARGS=… goes to pytest)"
	@echo "make screenshots   pictures of all kinds of pages, into docs/screenshots"
	@echo "make bench   how fast issues are read and printed, and in how much memory (ARGS=--rounds=3 …)"

setup:
	@scripts/setup

run:
	@scripts/run

test:
	@scripts/test $(ARGS)

check:
	@scripts/check

bench:
	@scripts/bench $(ARGS)

screenshots:
	@scripts/screenshots
