# One screen of commands. Each sets up what it needs; `make setup` alone makes the environment.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
UV := $(VENV)/bin/uv
BENCH := .venv-bench
# Trust the certificates of the system, so that a company's proxy works too.
export UV_SYSTEM_CERTS := 1

.DEFAULT_GOAL := help
.PHONY: help setup demo up test services browser prove evaluate train bench bench-tables lint lock clean

help: ## show these commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(VENV)/.ready ## make the environment in .venv, with the `lethe` command in it

$(VENV)/.ready: requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Lethe needs Python 3.11 or newer. Name one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@echo "Making the environment in $(VENV) (a minute or two the first time) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check uv==0.13.9
	@$(UV) pip sync --quiet --python $(VENV) --require-hashes requirements-dev.lock
	@$(UV) pip install --quiet --python $(VENV) --no-deps --no-build-isolation --editable .
	@touch $@

demo: setup ## the main job on the sample agency, through real Airflow, embedded defaults
	@$(VENV)/bin/python -m lethe.demo

up: setup ## the sample agency with Airflow's UI on localhost, until Ctrl-C
	@$(VENV)/bin/python -m lethe.demo --up

test: setup ## every test that needs nothing but Python
	@$(VENV)/bin/python -m pytest tests --ignore=tests/services --ignore=tests/browser --numprocesses auto --dist loadfile

services: setup ## the tests against a real S3 server and a real PostgreSQL (Debian's packages; see tests/services)
	@$(VENV)/bin/python -m pytest tests/services

browser: setup ## the tests in a real browser (Debian's chromium)
	@$(VENV)/bin/python -m pytest tests/browser

prove: setup ## measure how well deletion holds on Ceph and PostgreSQL, and write docs/proof (ARGS="kills --quick")
	@$(VENV)/bin/python -m tests.proof $(ARGS)

evaluate: setup ## measure detection on the written corpora (MODE= CORPUS=develop DATA=../data ARGS=--misses)
	@$(VENV)/bin/python -m tests.evaluation $(if $(MODE),--mode $(MODE)) $(if $(THRESHOLD),--threshold $(THRESHOLD)) \
	  $(if $(CORPUS),--corpus $(CORPUS)) $(if $(DATA),--data $(DATA)) $(ARGS)

# Nobody whom detection is measured on is anybody in the training texts.
UNKNOWN_TO_TRAINING = tests/corpora/*/people.yaml tests/corpora/develop/*/people.yaml

train: setup ## train the name models anew on the public texts of a folder (DATA=../data)
	@[ -n "$(DATA)" ] || { echo "Name the folder with the public texts: make train DATA=../data" \
	  "(which files it must hold: anonymizers/crf/models/README.md). The models are as they were." >&2; exit 2; }
	@$(VENV)/bin/python -m anonymizers.crf.training.train "$(DATA)" --without $(UNKNOWN_TO_TRAINING)

bench: setup $(BENCH)/.ready ## speed and quality beside Presidio, scrubadub and DataFog, on the same texts
	@$(VENV)/bin/python -m bench $(ARGS)

bench-tables: setup $(BENCH)/.ready ## survey tables beside Presidio's loop and presidio-structured (ARGS="--passes 1")
	@$(VENV)/bin/python -m bench.surveys $(ARGS)

$(BENCH)/.ready: requirements-bench.lock | setup
	@echo "Making the environment of the peers in $(BENCH) ..."
	@$(UV) venv --quiet --clear --python $(VENV)/bin/python $(BENCH)
	@$(UV) pip sync --quiet --python $(BENCH) --require-hashes requirements-bench.lock
	@touch $@

lint: setup ## ruff, mypy and the import rules
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports

lock: setup ## resolve the dependencies anew (names, versions and hashes only)
	@$(UV) pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --quiet --output-file requirements.lock
	@$(UV) pip compile pyproject.toml --extra dev --constraint requirements.lock --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-header --quiet --output-file requirements-dev.lock
	@$(UV) pip compile bench/requirements.in --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --quiet --output-file requirements-bench.lock

clean: ## forget the environments and the demo (keys and databases of your own stay)
	@rm -rf $(VENV) $(BENCH) .lethe/demo
