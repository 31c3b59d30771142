# `make run` starts the screen, `make test` checks everything. Both set up what they need first.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3
UV ?= uv
BIN := .venv/bin
INSTALLED := .venv/.installed
CATALOGUES := ui/plainbill_ui/catalogues
TEXTS := knowledge/catalogues

.PHONY: help
help: ## List the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/make \1\t\2/' | expand -t 16

.PHONY: run
run: $(INSTALLED) ## Start the screen on 127.0.0.1:8501
	@missing=$$(.ci/debian tesseract-ocr=tesseract) || printf '%s\n' \
		"The second reader, Tesseract, is not here: reading goes on with RapidOCR alone." \
		"To have both, ask whoever looks after this machine for: apt-get install $$missing"
	exec $(BIN)/python -m plainbill_ui

.PHONY: test
test: $(INSTALLED) debian-for-tests lint ## Check everything that CI checks
	$(BIN)/python -m pytest

.PHONY: test-lowest
test-lowest: $(INSTALLED) ## Check plugins with the lowest pluggy that the project allows
	lowest=$$(sed -nE 's/^ *"pluggy>=([0-9.]+),.*/\1/p' pyproject.toml)
	rm -rf .lowest
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --target .lowest "pluggy==$$lowest"
	PYTHONPATH=.lowest$${PYTHONPATH:+:$$PYTHONPATH} LOWEST_PLUGGY=$$lowest $(BIN)/python -m pytest -q tests/plugins tests/payers tests/engine \
		tests/cli/test_plugins.py tests/cli/test_authors.py

.PHONY: lint
lint: $(INSTALLED) ## Check style, types, who imports whom, the tables and the written pages
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/plainbill dictionary check
	$(BIN)/python -m docs.generate --check

.PHONY: coverage
coverage: $(INSTALLED) debian-for-tests ## Run the tests, then say which lines none of them ran; half as long again
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

.PHONY: bench
bench: $(INSTALLED) debian-for-tests ## Measure speed and memory
	$(BIN)/python -m bench.run

.PHONY: bench-layout
bench-layout: $(INSTALLED) ## Score rows, columns and fields on papers drawn by seed (SEED=0 COUNT=300)
	$(BIN)/python -m bench.layout --seed $(or $(SEED),0) --count $(or $(COUNT),300) --jobs $(or $(JOBS),1)

.PHONY: bench-piles
bench-piles: $(INSTALLED) ## Score how piles of pages drawn by seed are sorted into papers (SEED=0 COUNT=60)
	$(BIN)/python -m bench.piles --seed $(or $(SEED),0) --count $(or $(COUNT),60)

.PHONY: bench-reading
bench-reading: $(INSTALLED) ## Score reading from photos of papers drawn by seed (SEED=0 COUNT=300)
	$(BIN)/python -m bench.reading --seed $(or $(SEED),0) --count $(or $(COUNT),300) --jobs $(or $(JOBS),1)

.PHONY: bench-describing
bench-describing: $(INSTALLED) ## Score how charge lines are described: judged by hand, with wrong letters, for speed
	$(BIN)/python -m bench.describing

.PHONY: train
train: $(INSTALLED) ## Train the second opinion on the group of a line anew, from lines made of the tables
	$(BIN)/python -m plainbill_spacy.training

.PHONY: mutants
mutants: $(INSTALLED) ## See whether the tests notice wrong rules and matching (SEED=1 COUNT=300)
	$(BIN)/python -m tests.mutants.run --seed $(or $(SEED),1) --count $(or $(COUNT),300)

.PHONY: soak
soak: $(INSTALLED) debian-for-tests ## Run the tests three times, each in another order, with clean scans and every look of each screen too
	for round in 1 2 3; do READ_SCANS=1 WHOLE_SCREEN=1 $(BIN)/python -m pytest -q; done

.PHONY: fixtures
fixtures: $(INSTALLED) debian-for-tests ## Draw the made-up papers anew, or by seed (COUNT=300 SEED=0 LOOK=phone OUT=drawn)
	$(BIN)/python fixtures/make.py $(if $(COUNT),--grammar $(COUNT) --seed $(or $(SEED),0) --look $(or $(LOOK),phone) --out $(or $(OUT),drawn))

.PHONY: bless
bless: $(INSTALLED) ## Write down anew what is said and written of the worked cases; read the change before you commit it
	$(BIN)/python -m tests.checking.telling
	$(BIN)/python -m tests.acting.telling

.PHONY: docs
docs: $(INSTALLED) ## Write the reference pages anew
	$(BIN)/python -m docs.generate

.PHONY: screenshots
screenshots: $(INSTALLED) debian-for-tests ## Make the pictures of each screen anew
	$(BIN)/python -m docs.screenshots

.PHONY: catalogues
catalogues: $(INSTALLED) ## Bring the catalogues of all languages up to date with what is said in English, and compile them
	$(BIN)/pybabel extract -F $(CATALOGUES)/babel.cfg -k N_ -k count:2,3 --omit-header --no-location --sort-output -w 120 \
		-o $(CATALOGUES)/screen.pot ui/plainbill_ui
	$(BIN)/pybabel update -D screen -i $(CATALOGUES)/screen.pot -d $(CATALOGUES) -w 120 --no-fuzzy-matching --ignore-pot-creation-date
	$(BIN)/pybabel compile -D screen -d $(CATALOGUES)
	(cd core/plainbill && $(abspath $(BIN))/pybabel extract -F $(TEXTS)/babel.cfg -k Phrase -k translated --omit-header \
		--no-location --sort-output -w 120 -o $(TEXTS)/texts.pot .)
	$(BIN)/pybabel update -D texts -i core/plainbill/$(TEXTS)/texts.pot -d core/plainbill/$(TEXTS) -w 120 --no-fuzzy-matching --ignore-pot-creation-date
	$(BIN)/pybabel compile -D texts -d core/plainbill/$(TEXTS)
	$(BIN)/pybabel compile -D words -d core/plainbill/$(TEXTS)

.PHONY: lock
lock: ## Pin the newest versions that the project allows (needs uv)
	$(UV) pip compile pyproject.toml --group dev --extra llm --universal --python-version 3.11 --generate-hashes --upgrade \
		--no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet --output-file requirements.lock

.PHONY: clean
clean: ## Remove what was built and measured, and the virtual environment
	rm -rf .venv .lowest dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage .coverage.*

.PHONY: debian-for-tests
debian-for-tests:
	@missing=$$(.ci/debian tesseract-ocr=tesseract chromium=chromium strace=strace \
		fonts-liberation=/usr/share/fonts/truetype/liberation libatomic1) || {
		echo "The tests need more of Debian. Ask whoever looks after this machine for: apt-get install $$missing"
		exit 1
	}

# Done again only when the lock or the project's own description changed.
$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
		echo "plainbill needs Python 3.11 or newer: install it, or name it with: make PYTHON=/path/to/python3"
		exit 1
	}
	$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || {
		echo "This Python cannot make virtual environments. On Debian: apt-get install python3-venv"
		exit 1
	}
	echo "Setting up .venv; the first time this takes a few minutes."
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@
