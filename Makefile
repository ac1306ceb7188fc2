# Needs Python 3.11 or newer and make; everything else is installed into .venv.
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/installed
DEMO := fixtures/pages/agency-story-twice/page.txt

.PHONY: help demo test check fix

help:
	@echo 'make demo   clean the fixture pages before your eyes'
	@echo 'make test   run all tests'
	@echo 'make check  what has to pass: format, lint, types, tests'
	@echo 'make fix    format, mend what the linter can mend, renew the table of filters in README.md and the JSON Schema'

demo: $(INSTALLED)
	@printf '\n$$ cat %s\n\n' $(DEMO)
	@cat $(DEMO)
	@printf '\n\n$$ newsclean clean --format markdown %s\n\n' $(DEMO)
	@$(BIN)/newsclean clean --format markdown $(DEMO)
	@printf '\n\n$$ newsclean explain %s\n\n' $(DEMO)
	@$(BIN)/newsclean explain $(DEMO)
	@printf '\n$$ newsclean explain --format line fixtures/pages/*/page.*\n\n'
	@$(BIN)/newsclean explain --format line fixtures/pages/*/page.*

test: $(INSTALLED)
	$(BIN)/pytest

check: $(INSTALLED)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest

fix: $(INSTALLED)
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .
	$(BIN)/python docs/readme.py
	$(BIN)/newsclean schema > newsclean/article.schema.json

# pip before 25.1 does not know --group, so that the dev group is read from pyproject.toml, its one place
$(INSTALLED): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("newsclean needs Python 3.11 or newer: make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	@$(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["dev"], sep="\n")' > .venv/dev.txt
	$(BIN)/python -m pip install --quiet --editable . --requirement .venv/dev.txt
	@touch $@
