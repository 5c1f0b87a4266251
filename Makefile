# make run: set up, fill the sample store (or open your own), open the dashboard.
# make test, make check, make bench: set up, then test, lint, or measure.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
SAMPLE := data/sample-store/published/current.json

.PHONY: run sample setup test check bench docs quality model lock clean

run: $(READY)
	@if [ -f data/store/published/current.json ]; then \
		$(BIN)/presswatch dashboard --store data/store; \
	else \
		$(MAKE) --no-print-directory sample; \
	fi

sample: $(SAMPLE)
	@$(BIN)/presswatch dashboard --store data/sample-store

setup: $(READY)

# The lock holds every version with its hash; pip refuses anything else.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Presswatch needs Python 3.11 or newer." if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --editable .
	@touch $@

$(SAMPLE): | $(READY)
	$(BIN)/presswatch sample data/sample-documents
	$(BIN)/presswatch refresh --config data/sample-documents/presswatch.toml --store data/sample-store

test: $(READY)
	deploy/chromium.sh
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

check: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)
	$(BIN)/python -m tests.benchmarks

docs: $(READY)
	$(BIN)/python -m dashboard.metrics.docs > docs/metrics.md

# Half a minute; what needs the corpora is measured where PRESSWATCH_CORPORA names them.
quality: $(READY)
	$(BIN)/python -m tests.quality > docs/quality.md

# Trains the embedded recogniser anew: PRESSWATCH_CORPORA names the corpora (docs/model-card.md).
model: $(READY)
	$(BIN)/python -m data.training

lock: $(READY)
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --generate-hashes \
		--quiet --output-file requirements.lock

clean:
	rm -rf .venv data/sample-store data/sample-documents
