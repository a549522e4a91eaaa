# make demo: export the sample in source/ to out/     make test: the whole suite     make bench: figures beside their bars     make docs: the guides
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
BIN := .venv/bin
CODE := exporter tests examples scripts

.PHONY: demo test lint bench soak docs oldest newest lock clean setup-demo setup-test

demo: setup-demo
	$(BIN)/exporter export source/sample.html --to docx,pdf,brief --out out

test: setup-test lint
	$(BIN)/pytest -n 2 --dist worksteal --benchmark-disable tests

lint: setup-test
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup-test
	$(BIN)/python -m tests.benchmarks

docs: setup-demo
	$(BIN)/python scripts/build_docs.py build/docs

soak: setup-test
	$(BIN)/pytest -n 2 --dist worksteal --benchmark-disable tests --hypothesis-profile soak

# The bounds of what we need: the oldest that is allowed, and the newest that there is (for a schedule, not for every push).
oldest newest: setup-test
	scripts/bounds.sh $@

# One answer for every platform and Python; hashes are those of the published files.
LOCK := pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate
lock: setup-demo
	$(BIN)/python -m pip install -q uv
	printf 'hatchling\neditables\n' | $(BIN)/uv $(LOCK) --extra dev pyproject.toml - -o requirements-dev.lock
	printf 'hatchling\neditables\n' | $(BIN)/uv $(LOCK) -c requirements-dev.lock --extra css --extra review pyproject.toml - -o requirements.lock

setup-demo:
	scripts/setup.sh demo

setup-test:
	scripts/setup.sh test

clean:
	rm -rf .venv out build dist .mypy_cache .ruff_cache .import_linter_cache .hypothesis .benchmarks
