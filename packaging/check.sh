#!/usr/bin/env bash
# Every gate. All of them run even when one fails; the last lines say which failed and how the tests ended.
#   packaging/check.sh          style, types, imports, tests, coverage
#   packaging/check.sh style    without the tests
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
bin=.venv/bin
mkdir -p build
failed=()

gate() { # name command…
  local name=$1
  shift
  printf -- '--- %s\n' "$name"
  "$@" || failed+=("$name")
}

tests() {
  "$bin/python" -m pytest --cov=icarmed --cov-branch --cov-report= 2>&1 | tee build/tests.log
}

gate "ruff" "$bin/ruff" check
gate "format" "$bin/ruff" format --check
gate "types" "$bin/mypy"
gate "imports" "$bin/lint-imports" --config packaging/importlinter.ini --no-logo --no-cache
if [ "${1:-}" != style ]; then
  gate "tests" tests
  gate "coverage" "$bin/python" packaging/coverage_gate.py
  printf -- '---\n%s\n' "$(grep -E '[0-9]+ (passed|failed|error)' build/tests.log | tail -n 1)"
fi
[ "${#failed[@]}" -eq 0 ] && exit 0
printf 'Failed: %s\n' "${failed[*]}" >&2
exit 1
