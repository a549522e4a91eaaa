#!/usr/bin/env bash
# Install what `make demo` or `make test` needs: system packages where it may, fonts, .venv from the lock file.
#
#   scripts/setup.sh demo|test
#
# Run again, it does nothing: a stamp in .venv holds the hash of everything it depends on.
set -euo pipefail

stage=${1:-}
complete=yes
cd "$(dirname "${BASH_SOURCE[0]}")/.."

runtime_packages=(libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk fonts-lxgw-wenkai fonts-liberation fonts-dejavu-core)
test_packages=(git shellcheck libreoffice-writer poppler-utils qpdf ghostscript default-jre-headless libjaxb-java argyll icc-profiles-free chromium libatomic1)
brew_formulae=(pango)
brew_casks=(font-noto-serif-cjk-sc font-noto-sans-cjk-sc font-lxgw-wenkai font-liberation)
brew_test_formulae=(shellcheck poppler qpdf ghostscript openjdk argyll-cms node)
brew_test_casks=(libreoffice chromium)

main() {
  case $stage in
    demo) lock=requirements.lock ;;
    test) lock=requirements-dev.lock ;;
    *) fail "usage: scripts/setup.sh demo|test" ;;
  esac
  is_fresh && { compile_package; return; }
  install_system_packages
  find_python
  make_environment
  compile_package
  install_fangsong
  install_traditional_fangsong
  if [ "$stage" = test ]; then
    install_validators
    make_press_profile
  fi
  [ $complete = no ] || fingerprint > ".venv/.setup-$stage"
}

# ------------------------------------------------------------------ stamps

is_fresh() {
  local stamp
  for stamp in "$stage" test; do
    [ "$(cat ".venv/.setup-$stamp" 2>/dev/null)" = "$(fingerprint)" ] && .venv/bin/python -c 'import exporter' 2>/dev/null && return 0
  done
  return 1
}

fingerprint() { # the folder counts: scripts in .venv name it
  { pwd; cat scripts/setup.sh pyproject.toml requirements.lock requirements-dev.lock tests/support/ooxml/package.json; } | cksum
}

compile_package() { # a start that compiles 300 modules takes half a second longer, each time where nothing may be written
  .venv/bin/python -m compileall -q exporter
}

# ------------------------------------------------------------------ system packages

install_system_packages() {
  if command -v apt-get >/dev/null; then
    install_with_apt
  elif [ "$(uname -s)" = Darwin ] && command -v brew >/dev/null; then
    install_with_brew
  else
    say "This system is neither Debian, Ubuntu nor macOS with Homebrew: if something is missing below, install" \
      "Python 3.11 or newer with venv, Pango 1.44 or newer, and the fonts Noto Serif CJK SC and Noto Sans CJK SC$(
        [ "$stage" = test ] && echo ", and for the tests LibreOffice Writer, Poppler, qpdf, Ghostscript, Java, Argyll, Chromium and npm"
      )."
  fi
}

install_with_apt() {
  local wanted=("${runtime_packages[@]}") missing=()
  if [ "$stage" = test ]; then
    wanted+=("${test_packages[@]}")
    command -v npm >/dev/null || wanted+=(npm)
  fi
  mapfile -t -O "${#wanted[@]}" wanted < <(python_packages)
  mapfile -t missing < <(not_installed "${wanted[@]}")
  [ "${#missing[@]}" -eq 0 ] && return
  say "Installing ${missing[*]}."
  quietly as_root apt-get update || true # one broken source among many must not stop the rest
  if ! install_obtainable "${missing[@]}"; then
    complete=no
    say "Going on without them; an administrator can install them: apt-get install --no-install-recommends ${missing[*]}"
  fi
}

install_obtainable() {
  local packages=()
  mapfile -t packages < <(obtainable "$@")
  [ "${#packages[@]}" -eq 0 ] ||
    quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${packages[@]}"
}

quietly() {
  mkdir -p build
  "$@" > build/setup.log 2>&1 || { tail -n 20 build/setup.log >&2; return 1; }
}

not_installed() {
  local package
  for package in "$@"; do
    [[ "$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null)" = *" installed" ]] || echo "$package"
  done
}

obtainable() { # what a distribution lacks costs a sentence, not the rest
  local package
  for package in "$@"; do
    if [[ "$(apt-cache policy "$package")" =~ Candidate:\ [^\(] ]]; then
      echo "$package"
    else
      say "This system has no package $package; what needs it will say so." >&2
    fi
  done
}

install_with_brew() {
  local formulae=("${brew_formulae[@]}") casks=("${brew_casks[@]}") name
  if [ "$stage" = test ]; then
    formulae+=("${brew_test_formulae[@]}")
    casks+=("${brew_test_casks[@]}")
  fi
  any_python || formulae+=(python)
  for name in "${formulae[@]}"; do
    brew list --formula "$name" >/dev/null 2>&1 || brew install --formula "$name" || say "Homebrew could not install $name."
  done
  for name in "${casks[@]}"; do
    brew list --cask "$name" >/dev/null 2>&1 || brew install --cask "$name" || say "Homebrew could not install $name."
  done
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    echo "neither root nor sudo may run: $*" >&2
    return 1
  fi
}

# ------------------------------------------------------------------ Python

any_python() {
  local name
  for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      python=$(command -v "$name")
      return 0
    fi
  done
  return 1
}

find_python() {
  any_python || fail "Python 3.11 or newer is needed, found $(python3 --version 2>&1 || echo none); install it, or name it: make $stage PYTHON=/path/to/python3"
}

python_packages() { # Debian keeps venv and ensurepip in a package of their own
  if ! command -v python3 >/dev/null; then
    printf '%s\n' python3 python3-venv
  elif ! any_python; then # Ubuntu 22.04 has a newer one beside its own
    echo python3.11-venv
  elif ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
  fi
}

make_environment() {
  if ! .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || moved; then
    say "Making .venv with $("$python" --version)."
    "$python" -m venv --clear .venv
  fi
  .venv/bin/python -m pip --version >/dev/null 2>&1 || .venv/bin/python -m ensurepip -q
  say "Installing $lock into .venv."
  .venv/bin/python -m pip install -q --disable-pip-version-check --no-deps --require-hashes -r "$lock"
  .venv/bin/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
}

moved() {
  [ "$(.venv/bin/python -c 'import sys; print(sys.prefix)')" != "$(pwd -P)/.venv" ] ||
    ! grep -qsF "$(pwd -P)/.venv" .venv/bin/activate
}

# ------------------------------------------------------------------ a true 仿宋

install_fangsong() { # out of a 50 MB package of TeX fonts only this file is wanted
  local folder=.venv/share/exporter/fonts font=FandolFang-Regular.otf work
  [ -f "$folder/$font" ] && return
  work=$(mktemp -d)
  mkdir -p "$folder"
  if command -v apt-get >/dev/null && fetch_fangsong "$work" "$folder/$font"; then
    say "Put $font into $folder (GPL with font exception, from texlive-lang-chinese)."
  else
    rm -f "$folder/$font"
    say "No free 仿宋 could be fetched: another face stands in for it until FandolFang-Regular.otf (CTAN, package fandol) is put into $folder."
  fi
  rm -rf "$work"
}

install_traditional_fangsong() { # 仿宋 whose traditional shapes are true; without it 宋 stands in for single characters
  local folder=.venv/share/exporter/fonts font=cwfs.ttf work
  [ -f "$folder/$font" ] && return
  work=$(mktemp -d)
  mkdir -p "$folder"
  if command -v apt-get >/dev/null && (cd "$work" && apt-get download -q fonts-cwtex-fs >/dev/null 2>&1) &&
    dpkg-deb --fsys-tarfile "$work"/*.deb | tar -xO --wildcards '*/cwfs.ttf' > "$folder/$font" && [ -s "$folder/$font" ]; then
    say "Put $font into $folder (GPL with font exception, from fonts-cwtex-fs)."
  else
    rm -f "$folder/$font"
  fi
  rm -rf "$work"
}

fetch_fangsong() {
  local package
  { [ -n "$(ls /var/lib/apt/lists/*Packages* 2>/dev/null)" ] || as_root apt-get update -qq; } >/dev/null 2>&1 || return 1
  (cd "$1" && apt-get download -q texlive-lang-chinese >/dev/null 2>&1) || return 1
  package=$(ls "$1"/*.deb) || return 1
  dpkg-deb --fsys-tarfile "$package" | tar -xO --wildcards '*/FandolFang-Regular.otf' > "$2" && [ -s "$2" ]
}

# ------------------------------------------------------------------ what only the tests need

install_validators() { # Microsoft's Open XML SDK for Word files, axe-core for web pages
  mkdir -p build/node
  cp tests/support/ooxml/package.json build/node/
  command -v npm >/dev/null || { say "No npm: tests of Word files and web pages will say that their validator is missing."; return; }
  npm install --prefix build/node --no-package-lock --silent --ignore-scripts --no-audit --no-fund # exact versions: package.json
}

make_press_profile() { # FOGRA39 from its published measurements, for PDF/X
  [ -s build/fogra39.icc ] && return
  local data=/usr/share/color/icc/FOGRA39L
  if [ ! -f $data.ti3 ] || ! command -v colprof >/dev/null; then
    say "No $data.ti3 or no colprof: tests of pdf-print will say that build/fogra39.icc is missing."
    return
  fi
  say "Making build/fogra39.icc (a quarter of a minute)."
  mkdir -p build
  colprof -v0 -qm -bm -D "FOGRA39L coated" -O build/fogra39.tmp $data >/dev/null
  mv build/fogra39.tmp build/fogra39.icc
}

say() { echo "setup: $*"; }
fail() { echo "setup: $*" >&2; exit 1; }

main
