#!/usr/bin/env bash
# Try the package with the oldest packages that its bounds allow, or with the newest there are: scripts/bounds.sh oldest|newest
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

case ${1:-} in
  oldest) resolution=lowest-direct overrides=() ;;
  newest) resolution=highest overrides=(weasyprint pydyf) ;;
  *) echo "usage: scripts/bounds.sh oldest|newest" >&2; exit 1 ;;
esac

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
.venv/bin/python -m pip install -q --disable-pip-version-check uv
.venv/bin/uv venv -q "$room/venv"
export VIRTUAL_ENV="$room/venv"
printf '%s\n' "${overrides[@]}" > "$room/overrides.txt"
.venv/bin/uv pip install -q --resolution "$resolution" --overrides "$room/overrides.txt" ".[css,review]"
.venv/bin/uv pip install -q pytest pytest-xdist hypothesis pdfplumber jsonschema

mkdir -p "$room/venv/share"
cp -r .venv/share/exporter "$room/venv/share/" # the same faces as everywhere
cp source/sample.html "$room/report.html"
(cd "$room" && venv/bin/exporter export report.html --to docx,pdf,brief,brief-docx,brief-html,facts-xlsx --out made && ls made)
"$room/venv/bin/python" -m pytest -n 2 -p no:benchmark -m "not slow and not corpus" \
  tests/cli tests/readers tests/renderers/pdf tests/renderers/word tests/test_codec.py tests/test_parts.py
