#!/usr/bin/env bash
# Makes .venv as requirements.lock says and sees to the system libraries that Qt needs. A second run changes nothing.
# PYTHON names an interpreter to use; otherwise 3.11 to 3.13 are looked for.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '%s\n' "$*" >&2; }

install_system_packages() { # packages…: with apt when this user may, else the command is printed
  local refused="apt-get is not here; install these with your system's own tool: $*"
  command -v apt-get >/dev/null || { say "$refused"; exit 1; }
  local as=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! sudo -n true 2>/dev/null; then
      say "System packages are missing and this user may not install them. Run:"
      say "  sudo apt-get update && sudo apt-get install --yes --no-install-recommends $*"
      say "then the same make command again."
      exit 1
    fi
    as=(sudo -n)
  fi
  say "Installing system packages: $*"
  local install=("${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@")
  "${install[@]}" >/dev/null 2>&1 || { "${as[@]}" apt-get update >&2; "${install[@]}" >&2; }
}

missing_libraries() { # prints the Debian package of each shared library that is not there
  local known soname package
  known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p)
  while read -r soname package; do
    [ -z "$soname" ] || case "$known" in *"$soname"*) ;; *) echo "$package" ;; esac
  done <<<"$1"
}

system_libraries() {
  [ "$(uname -s)" = Linux ] || return 0
  local wanted="libglib-2.0.so.0 libglib2.0-0
libGL.so.1 libgl1
libEGL.so.1 libegl1
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libxkbcommon.so.0 libxkbcommon0"
  [ -z "${DISPLAY:-}" ] || wanted="$wanted
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-shape.so.0 libxcb-shape0
libxcb-xkb.so.1 libxcb-xkb1
libxkbcommon-x11.so.0 libxkbcommon-x11-0"
  [ -z "${WAYLAND_DISPLAY:-}" ] || wanted="$wanted
libwayland-client.so.0 libwayland-client0
libwayland-cursor.so.0 libwayland-cursor0
libwayland-egl.so.1 libwayland-egl1"
  local packages=()
  mapfile -t packages < <(missing_libraries "$wanted")
  [ -n "$(find /usr/share/fonts /usr/local/share/fonts "$HOME/.local/share/fonts" -name DejaVuSans.ttf -print -quit 2>/dev/null)" ] ||
    packages+=(fonts-dejavu-core)
  [ "${#packages[@]}" -eq 0 ] || install_system_packages "${packages[@]}"
}

is_supported() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; }
makes_environments() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

find_python() { # prints the first supported interpreter, one that can make an environment before one that cannot
  local name found=""
  for name in ${PYTHON:-python3.11 python3.12 python3.13 python3 /usr/bin/python3}; do
    command -v "$name" >/dev/null && is_supported "$name" || continue
    makes_environments "$name" && { echo "$name"; return; }
    found=${found:-$name}
  done
  echo "$found"
}

make_environment() {
  local python version
  python=$(find_python)
  if [ -z "$python" ]; then
    [ -z "${PYTHON:-}" ] || { say "$PYTHON is not Python 3.11, 3.12 or 3.13."; exit 1; }
    install_system_packages python3 python3-venv
    python=$(find_python)
    [ -n "$python" ] || { say "No Python 3.11, 3.12 or 3.13 was found; name one with PYTHON=…"; exit 1; }
  fi
  if ! makes_environments "$python"; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    install_system_packages "python$version-venv"
  fi
  say "Making .venv with $("$python" --version)"
  rm -rf .venv
  "$python" -m venv .venv
}

install_locked() { # exactly what the lock names, each file checked against its hash
  unset PIP_USER PIP_TARGET PIP_PREFIX PIP_REQUIRE_HASHES UV_TARGET UV_PREFIX
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps \
    --only-binary :all: -r packaging/uv.lock.txt
  .venv/bin/uv pip sync --quiet --python .venv/bin/python --require-hashes --no-build --compile-bytecode \
    requirements.lock && return
  # A machine whose only way to packages stands in pip's own configuration.
  say "uv could not install the packages, pip tries"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps \
    --only-binary :all: -r requirements.lock
}

check_window() { # Qt says here, and not in the middle of a test, what it misses
  QT_QPA_PLATFORM=offscreen .venv/bin/python -c \
    'from PySide6.QtWidgets import QApplication; QApplication([])' || {
    say "Qt does not start; what its libraries miss:"
    find .venv -path '*PySide6/Qt/*' -name 'lib*.so*' -exec ldd {} + 2>/dev/null | grep 'not found' | sort -u >&2 || true
    exit 1
  }
}

system_libraries
stamp=.venv/made-from
wanted=$(cat requirements.lock packaging/uv.lock.txt packaging/setup.sh | cksum)
if [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && is_supported .venv/bin/python; then
  exit 0
fi
rm -f "$stamp"
is_supported .venv/bin/python && .venv/bin/python -c 'import pip' 2>/dev/null || make_environment
install_locked
check_window
printf '%s\n' "$wanted" >"$stamp"
