# The kit's commands. Python 3.11+ and make are all they need; without make, see README.md.
#
#   make workshop    set up, then serve the demo room     HOST=0.0.0.0 for phones, PORT=0 for a free port,
#                                                         ARGS="--room spring --lang fr" for the rest
#   make test        everything but the long tests        make test-full takes those too
#   make lint        ruff, mypy and the import contracts
#   make bench       beside plain Voilà and Solara: build/bench.json  BENCH="--only crowd" for a part
#   make pictures    every page and chart as a picture, into build/pictures
#   make lock        the lock anew, from pyproject.toml
#   make clean       away with what these made (rooms stay)

HOST ?= 127.0.0.1
PORT ?= 8866
ARGS ?=
PYTEST ?=
BENCH ?=

unexport PYTHONDONTWRITEBYTECODE

ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif

# Looked for when a recipe runs: the first Python that is new enough.
find_python = for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && break; python=; done; \
	[ -n "$$python" ] || { echo 'The kit needs Python 3.11 or later: install one, then run make again.' >&2; exit 1; }

.PHONY: help setup workshop browser postgres test test-full bench lint pictures lock clean
.DEFAULT_GOAL := help

help:
	@sed -n '3,11s/^# *//p' Makefile

setup:
	@$(find_python); $$python .ci/bootstrap.py

workshop: setup
	@exec $(BIN)/leads serve --host $(HOST) --port $(PORT) $(ARGS)

browser: setup
	@$(BIN)/python .ci/browser.py

postgres: setup
	@$(BIN)/python .ci/postgres.py

lint: setup
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Four at once on two processors: a browser or a server that is waited for leaves one idle.
test: browser postgres lint
	$(BIN)/python -m pytest -n 4 --dist loadfile --no-loadscope-reorder $(PYTEST)

# The last -m counts: it takes the long tests in as well.
test-full: browser postgres lint
	$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder -m "full or not full" $(PYTEST)

bench: browser
	$(BIN)/python -m tests.bench $(BENCH)

pictures: browser
	$(BIN)/python -m tests.pictures

lock:
	@$(find_python); $$python .ci/lock.py

clean:
	rm -rf .venv build dist leads_kit/ui/built .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .grimp_cache .hypothesis
	find leads_kit tests .ci -name __pycache__ -type d -prune -exec rm -rf {} +
