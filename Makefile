# What a developer does; DEVELOPERS.md tells more. Every target first sees to .venv, which costs nothing the second time.
.DEFAULT_GOAL := help
.PHONY: help setup run test check-style format bench screenshots coverage-floor lock clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/ -/' | sort

setup: ## .venv as locked, and the system libraries that Qt needs
	@packaging/setup.sh

run: setup ## the window on practice data; without a screen, the practice Thursday by itself (build/practice)
	@packaging/run.sh

test: setup ## every gate: style, types, import contracts, tests, coverage
	@packaging/check.sh

check-style: setup ## the gates that run no test
	@packaging/check.sh style

format: setup ## put the code in its form
	@.venv/bin/ruff check --fix-only --quiet; .venv/bin/ruff format

bench: setup ## speed against the limits of this machine (build/bench.json)
	@mkdir -p build && QT_QPA_PLATFORM=offscreen .venv/bin/python -m bench --json build/bench.json

screenshots: setup ## the pictures of the guide, from the practice Thursday
	@QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.support.thursday --out build/practice --pictures docs/guide/pictures

coverage-floor: ## after `make test`: raise the floors of coverage to what was reached
	@.venv/bin/python packaging/coverage_gate.py --raise

lock: setup ## requirements.lock anew from pyproject.toml, for every platform, with hashes
	@.venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url --no-emit-find-links --group dev pyproject.toml --output-file requirements.lock

clean: ## what can be made again
	@rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage
