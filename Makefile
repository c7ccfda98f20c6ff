# make run    set up and run the main job on corpus/articles into tables/
# make test   set up and run the tests
# The first call makes .venv and installs the package; later calls install again only when pyproject.toml changes.

.DEFAULT_GOAL := help
.PHONY: help run test lint bench bench-model docs clean

PYTHON ?= $(firstword $(foreach p,python3.13 python3.12 python3.11 python3 python,$(if $(shell $(p) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' >/dev/null 2>&1 && echo yes),$(p))))
VENV := .venv
BIN := $(VENV)/bin

help:
	@echo "make run    set up and run the main job on corpus/articles into tables/"
	@echo "make test   set up and run the tests"
	@echo "make lint   check style and types"
	@echo "make bench  words per second of the model alone and of the whole job"
	@echo "make bench-model CORPORA=DIR   accuracy and speed of the model beside installed peers; DIR holds ner/ and ud/"
	@echo "make docs   write docs/schema.md from the schema"
	@echo "make clean  remove .venv and tables/"

$(VENV)/made:
	@test -n "$(PYTHON)" || { echo "Python 3.11, 3.12 or 3.13 is needed; install one, or call make PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/installed: $(VENV)/made pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/installed-dev: $(VENV)/made pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/installed

run: $(VENV)/installed
	$(BIN)/extractor run corpus/articles --metadata corpus/metadata.csv --out tables

test: $(VENV)/installed-dev
	$(BIN)/python -m pytest

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/installed
	$(BIN)/python benchmarks/speed.py

CORPORA ?= training/corpora
bench-model: $(VENV)/installed
	$(BIN)/python training/bench_model.py --data $(CORPORA) --accuracy

docs: $(VENV)/installed
	$(BIN)/extractor schema --format md > docs/schema.md

clean:
	rm -rf $(VENV) tables
