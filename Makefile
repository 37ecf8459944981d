# Each target makes the environment it needs; a stamp file says that it is there.
PYTHON ?= python3
PIP := -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
BIN := .venv/bin
# The lab trains on all cores but must not spin while it waits for them.
QUIET_THREADS := OMP_WAIT_POLICY=PASSIVE GOMP_SPINCOUNT=0

FUZZ_SECONDS ?= 600

.PHONY: help demo desk test test-lab check bench fuzz weights clean

help:
	@echo "make demo     read the samples and show who says what"
	@echo "make desk     open the desk on a record of the samples, in the browser"
	@echo "make test     lint, types, architecture, then every test"
	@echo "make test-lab the lab's own tests, which need torch"
	@echo "make fuzz     feed every parser made-up bytes, ten minutes each (FUZZ_SECONDS=600)"
	@echo "make check    lint, types and architecture only"
	@echo "make bench    accuracy and speed, side by side with others"
	@echo "make weights  train the shipped model from the raw corpora"
	@echo "make clean    remove the environments and caches"

demo: .venv/.run
	@$(BIN)/onrecord read samples/*.txt
	@echo "make desk     shows them in the browser, as a record that can be searched"

desk: .venv/.web
	@mkdir -p build
	@$(BIN)/onrecord add samples --to build/samples.db
	@$(BIN)/onrecord serve build/samples.db

test: check
	$(BIN)/python -m pytest

test-lab: .venv-lab/.dev
	.venv-lab/bin/python -m pytest tests/lab

fuzz: .venv/.dev
	ONRECORD_FUZZ_SECONDS=$(FUZZ_SECONDS) $(BIN)/python -m pytest tests/fuzz -s

check: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/.bench
	$(BIN)/python -m benchmarks.accuracy
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m benchmarks.html
	$(BIN)/python -m benchmarks.ingest

weights: .venv-lab/.lab
	$(QUIET_THREADS) .venv-lab/bin/python -m onrecord_lab.recipes.reader

clean:
	rm -rf .venv .venv-lab .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis build dist

.venv/.made:
	$(PYTHON) -m venv .venv
	@touch $@

.venv/.run: .venv/.made pyproject.toml constraints.txt
	$(BIN)/python $(PIP) --editable .
	@touch $@

.venv/.web: .venv/.run
	$(BIN)/python $(PIP) --editable '.[web]'
	@touch $@

.venv/.dev: .venv/.run
	$(BIN)/python $(PIP) --editable '.[dev,ingest,office]'
	@touch $@

.venv/.bench: .venv/.run
	$(BIN)/python $(PIP) --editable '.[bench,ingest,office]'
	@touch $@

.venv-lab/.lab: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv-lab
	.venv-lab/bin/python $(PIP) --editable '.[lab]'
	@touch $@

.venv-lab/.dev: .venv-lab/.lab
	.venv-lab/bin/python $(PIP) --editable '.[lab,dev]'
	@touch $@
