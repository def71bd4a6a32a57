# The folder this file is in, whichever folder make was started from; it may have spaces in its path
here := $(shell dirname "`echo '$(MAKEFILE_LIST)' | sed 's/^ //'`")
python := .venv/bin/python
# `make check` asks what production would: these stand in for a production machine's environment
production := DEBUG=0 SITE_ADDRESS=https://papers.example.org SECRET_KEY=$$($(python) -c 'import secrets; print(secrets.token_urlsafe(64))')

.PHONY: run test check template environment

run: environment
	@cd "$(here)" && exec $(python) manage.py quick_start --end-with-parent

test: environment
	@cd "$(here)" && $(MAKE) --no-print-directory --jobs=2 check template
	@cd "$(here)" && $(python) -m pytest -n 3 --dist loadscope

check: environment
	@cd "$(here)" && $(python) -m ruff check .
	@cd "$(here)" && $(python) -m ruff format --check .
	@cd "$(here)" && .venv/bin/lint-imports --no-cache
	@cd "$(here)" && $(python) -m mypy .
	@cd "$(here)" && $(python) manage.py makemigrations --check --dry-run
	@cd "$(here)" && $(production) $(python) manage.py check --deploy --fail-level WARNING

# What the tests' databases are copied from, made while types are checked: each test process would wait for it
template: environment
	@cd "$(here)" && $(python) -m tests.databases

environment:
	@cd "$(here)" && python3 -I portal/bootstrap.py
