# make        builds every report of content/ into dist/
# make test   passes the tests
# Both need Python 3.11 or newer with pip, and nothing else.

PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
RUN := $(BIN)/python -m reportgen

.PHONY: all test lint bench versions lock clean

all: $(VENV)/.ready
	$(RUN) build

test: $(VENV)/.ready-test
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy
	$(BIN)/python -m pytest -n 2

bench: $(VENV)/.ready-test
	$(BIN)/python -m benchmarks.brochure
	$(BIN)/python -m benchmarks.press
	$(BIN)/python -m benchmarks.deck
	$(BIN)/python -m benchmarks.typesetting

# The oldest and the newest versions pyproject.toml allows of what draws and writes PDF, in new environments.
versions: $(VENV)/.ready-test
	$(BIN)/python scripts/oldest_and_newest.py

# Where Python comes without venv (Debian), pip brings virtualenv instead.
$(VENV)/.ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV) || { \
	  $(PYTHON) -m pip install --quiet --target $(VENV)-tool virtualenv && \
	  PYTHONPATH=$(VENV)-tool $(PYTHON) -m virtualenv --quiet $(VENV); }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	touch $@

$(VENV)/.ready-test: $(VENV)/.ready requirements-test.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-test.lock
	touch $@

# Maintainers: pins the newest versions the ranges of pyproject.toml allow.
lock:
	$(PYTHON) scripts/lock.py

clean:
	rm -rf $(VENV) $(VENV)-tool $(VENV)-tools dist/*.pdf dist/*.pptx
