# Every command works from a fresh checkout with Python 3.11 or newer.
PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1
export PYTHONPATH := hooks
# The pinned time zones, not those of the machine.
export PYTHONTZPATH :=

.DEFAULT_GOAL := help
.PHONY: help site serve check test bench import strings accept translations ledger release schemas lint types browser clean

help: ## list the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

site: .venv/run ## build all languages into site/; a failed build leaves the old site/ as it was
	@rm -rf site.new
	LANGUAGES= $(BIN)/mkdocs build --strict --site-dir site.new
	@$(BIN)/python -m publishing ledger
	@rm -rf site && mv site.new site

# click 8.5 leaves the flag unset by default, and MkDocs then does not reload.
serve: .venv/run ## live preview; LANGUAGES=en,kk make serve shows only those
	$(BIN)/mkdocs serve --livereload

check: .venv/run ## name every mistake in the content, without building
	@$(BIN)/python -m publishing check

test: .venv/dev browser lint types ## everything CI runs: lint, types, tests, the real site in a real browser
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

bench: .venv/dev ## print how build time and memory grow with the number of signatories
	$(BIN)/python tests/bench/bench.py

import: .venv/run ## show what a release of the source data changes: make import FROM=folder [WRITE=--write]
	$(BIN)/python -m publishing import $(WRITE) $(FROM)

strings: .venv/run ## bring the 13 catalogues up to date with what the site says
	@$(BIN)/python -m publishing strings

accept: .venv/run ## say that translations match their source as it is now: make accept FILES="docs/kk/…"
	@$(BIN)/python -m publishing accept $(FILES)

translations: .venv/run ## show what is translated, outdated, missing or not yet reviewed
	@$(BIN)/python -m publishing translations

ledger: .venv/run ## write what is new into the identity ledger
	@$(BIN)/python -m publishing ledger

release: .venv/run ## release the open data as they are: make release DATE=2026-11-22 [NOTE="What changed."]
	@$(BIN)/python -m publishing release --date "$(DATE)" --note "$(NOTE)"

schemas: .venv/run ## write the JSON Schemas of the records
	@$(BIN)/python -m publishing schemas

lint: .venv/dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: .venv/dev
	$(BIN)/mypy

browser: ## install from Debian, where they are missing, the browser and the readers that tests use
	@for program in chromium newsboat khal; do command -v $$program >/dev/null || missing="$$missing $$program"; done; \
	test -z "$$missing" || { apt-get update -qq && apt-get install -y -qq $$missing; }

clean: ## remove everything that was made
	rm -rf .venv .cache site site.new .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/run: requirements.txt
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 …"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/dev: requirements-dev.txt requirements.txt .venv/run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@
