# One screen of commands. Each sets up what it needs; `make setup` alone makes the environment.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
UV := $(VENV)/bin/uv
# Trust the certificates of the system, so that a company's proxy works too.
export UV_SYSTEM_CERTS := 1

.DEFAULT_GOAL := help
.PHONY: help setup demo up test services browser lint lock clean

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
	@$(VENV)/bin/python -m pytest tests --ignore=tests/services --ignore=tests/browser

services: setup ## the tests against a real S3 server and a real PostgreSQL (Debian's packages; see tests/services)
	@$(VENV)/bin/python -m pytest tests/services

browser: setup ## the tests in a real browser (Debian's chromium)
	@$(VENV)/bin/python -m pytest tests/browser

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

clean: ## forget the environment and the demo (keys and databases of your own stay)
	@rm -rf $(VENV) .lethe/demo
