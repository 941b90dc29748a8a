# Needs git, make and Python 3.11 or newer; everything else goes into .venv and build/ in this checkout.
# `make demo` runs the main job, `make test` runs the tests.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:

# The first interpreter that works and is new enough; `make PYTHON=/path/to/python …` picks another.
PYTHON ?= $(shell for name in python3.11 python3.12 python3.13 python3 python; do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$name" && break; done)

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
WHEEL_VENV := build/wheel-venv
WHEEL_READY := $(WHEEL_VENV)/.ready
PIP_FLAGS := --quiet --disable-pip-version-check
# `make LOCKED=1 …` installs what .ci/requirements.txt pins, each file by its hash, and nothing else: so does CI.
LOCK := --require-hashes --requirement .ci/requirements.txt
REPEATABLE := $(if $(LOCKED),--hypothesis-profile=repeatable)
JOBS ?= 2
SECONDS ?= 60

.PHONY: help
help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# --- set-up -----------------------------------------------------------------------------------------------------

.PHONY: setup
setup: $(READY) ## make or refresh .venv

$(READY): pyproject.toml
	@[[ -n "$(PYTHON)" ]] || { echo "errpact needs Python 3.11 or newer; name one: make PYTHON=/path/to/python" >&2; exit 2; }
	@echo "setting up $(VENV) (once; needs PyPI)"
	@[[ -x $(BIN)/python ]] || "$(PYTHON)" -m venv $(VENV)
ifdef LOCKED
	@$(BIN)/python -m pip install $(PIP_FLAGS) $(LOCK)
	@$(BIN)/python -m pip install $(PIP_FLAGS) --no-deps --no-build-isolation --editable .
else
	@$(BIN)/python -m pip install $(PIP_FLAGS) --upgrade "pip>=25.1"
	@$(BIN)/python -m pip install $(PIP_FLAGS) --editable ".[all]" --group dev
endif
	@touch $@

.PHONY: lock
lock: $(READY) ## pin what CI installs, with hashes, in .ci/requirements.txt
	@$(BIN)/python -m pip install $(PIP_FLAGS) "uv>=0.8"
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header --extra all --group dev pyproject.toml --output-file .ci/requirements.txt

# --- the main job -----------------------------------------------------------------------------------------------

.PHONY: demo
demo: $(READY) ## lint and test two example clients and a published one
	@$(BIN)/python examples/demo.py

# --- tests ------------------------------------------------------------------------------------------------------

.PHONY: test
test: check cover wheel left-out ## what CI runs: checkers, tests with branch coverage, the built wheel

.PHONY: check
check: $(READY) ## ruff and mypy --strict
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy

.PHONY: cover
cover: $(READY) ## the quick tests, with branch coverage
	@$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -q -n $(JOBS) $(REPEATABLE)
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage report

# The wheel as a user gets it: built from the sdist, in an environment that has never seen the checkout.
.PHONY: wheel
wheel: $(READY) $(WHEEL_READY) ## build the wheel and test it
	@rm -rf dist
	@$(BIN)/python -m build --no-isolation --outdir dist . >build/build.log || { cat build/build.log; exit 1; }
	@$(WHEEL_VENV)/bin/python -m pip install $(PIP_FLAGS) --force-reinstall --no-deps dist/errpact-*.whl
	@ERRPACT_TESTS_INSTALLED=1 $(WHEEL_VENV)/bin/python -P -m pytest -q -n $(JOBS) $(REPEATABLE) tests/contracts tests/repo

$(WHEEL_READY): pyproject.toml $(READY)
	@mkdir -p build
	@[[ -x $(WHEEL_VENV)/bin/python ]] || $(BIN)/python -m venv $(WHEEL_VENV)
ifdef LOCKED
	@$(WHEEL_VENV)/bin/python -m pip install $(PIP_FLAGS) $(LOCK)
else
	@$(WHEEL_VENV)/bin/python -m pip install $(PIP_FLAGS) --upgrade "pip>=25.1"
	@$(WHEEL_VENV)/bin/python -m pip install $(PIP_FLAGS) ".[all]" --group test
endif
	@touch $@

.PHONY: left-out
left-out: $(READY)
	@echo; echo "left out here (make test-all and make soak run them):"
	@{ $(BIN)/python -m pytest -q --collect-only --no-header --no-summary -m "slow or soak" || [[ $$? == 5 ]]; } \
		| sed -n -e 's/\[.*//' -e '/::/p' | sort | uniq -c

.PHONY: test-all
test-all: $(READY) ## the slow tests too: PyPI, Node, Chromium and real pre-commit where present
	$(BIN)/python -m pytest -q -n $(JOBS) -m "not soak"

.PHONY: soak
soak: $(READY) ## long runs
	$(BIN)/python -m pytest -q -m soak

# The quick tests in another environment: what is declared must be what works.
LANES := build/lanes
TESTS ?=

.PHONY: lowest
lowest: $(READY) ## the quick tests on the oldest versions that pyproject.toml allows
	@$(BIN)/python -m pip install $(PIP_FLAGS) "uv>=0.8"
	@mkdir -p $(LANES)
	@$(BIN)/uv pip compile --quiet --no-emit-index-url --resolution lowest-direct --python "$(BIN)/python" \
		--extra all --group test pyproject.toml --output-file $(LANES)/lowest.txt
	@rm -rf $(LANES)/lowest && "$(BIN)/python" -m venv $(LANES)/lowest
	@$(LANES)/lowest/bin/python -m pip install $(PIP_FLAGS) -r $(LANES)/lowest.txt
	@$(LANES)/lowest/bin/python -m pip install $(PIP_FLAGS) --no-deps --editable .
	@grep -E '^(libcst|pytest|hypothesis|jsonschema|pyyaml|tqdm)==' $(LANES)/lowest.txt
	$(LANES)/lowest/bin/python -m pytest -q -n $(JOBS) $(TESTS)

.PHONY: canary
canary: $(READY) ## the quick tests on the newest hypothesis, pytest, libcst and aiohttp, pre-releases too
	@rm -rf $(LANES)/canary && "$(BIN)/python" -m venv $(LANES)/canary
	@$(LANES)/canary/bin/python -m pip install $(PIP_FLAGS) --upgrade "pip>=25.1"
	@$(LANES)/canary/bin/python -m pip install $(PIP_FLAGS) --editable ".[all]" --group test
	@$(LANES)/canary/bin/python -m pip install $(PIP_FLAGS) --upgrade --pre hypothesis pytest libcst aiohttp
	@$(LANES)/canary/bin/python -m pip list --disable-pip-version-check | grep -iE '^(hypothesis|pytest|libcst|aiohttp) '
	$(LANES)/canary/bin/python -m pytest -q -n $(JOBS) $(TESTS)

# pyenv's interpreters are looked for too; PYTHONS='…' names others.
PYTHONS ?= $(shell for name in python3.11 python3.12 python3.13 $(HOME)/.pyenv/versions/3.1[123].*/bin/python; do \
	"$$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo "$$name"; done)

.PHONY: pythons
pythons: ## the quick tests on every Python 3.11, 3.12 and 3.13 of this machine
	@for python in $(PYTHONS); do \
		version="$$("$$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')"; venv="$(LANES)/$$version"; \
		echo "== Python $$version"; [[ -x "$$venv/bin/python" ]] || "$$python" -m venv "$$venv"; \
		"$$venv/bin/python" -m pip install $(PIP_FLAGS) --upgrade "pip>=25.1"; \
		"$$venv/bin/python" -m pip install $(PIP_FLAGS) --editable ".[all]" --group test; \
		"$$venv/bin/python" -m pytest -q -n $(JOBS) $(TESTS); \
	done

.PHONY: fuzz
fuzz: $(READY) ## coverage-guided fuzzing, SECONDS (60) for each of nine targets; finds become regression tests
	@$(BIN)/python -m pip install $(PIP_FLAGS) --group fuzz
	$(BIN)/python -m tests.fuzz.campaign --seconds $(SECONDS)

.PHONY: bench
bench: $(READY) ## every benchmark, each side by side with its peers
	@for benchmark in benchmarks/[a-z]*.py; do echo "== $$benchmark"; $(BIN)/python "$$benchmark"; done

# --- docs -------------------------------------------------------------------------------------------------------

.PHONY: docs
docs: $(READY) ## the site, strict, into site/
	@$(BIN)/python docs/generate.py
	$(BIN)/python -m sphinx -W -n -q -b html docs site

# --- the rest ---------------------------------------------------------------------------------------------------

.PHONY: clean
clean: ## remove what these targets made, .venv too
	@rm -rf $(VENV) build dist site .coverage .coverage.*
