#!/usr/bin/env bash
# The window on practice data; without a screen, the practice Thursday driven through the real window by itself.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
python=.venv/bin/python
mkdir -p build

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ "$(uname -s)" != Darwin ]; then
  rm -rf build/practice
  QT_QPA_PLATFORM=offscreen exec "$python" -m tests.support.thursday --out build/practice
fi

data=build/practice-data
if [ ! -e "$data/keys.json" ]; then
  rm -rf "$data" "$data.new"
  "$python" -m icarmed demo --out "$data.new"
  mv "$data.new" "$data"
fi
exec "$python" -m icarmed --data "$data"
