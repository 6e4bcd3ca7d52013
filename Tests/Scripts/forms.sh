#!/bin/bash
# Gives Markdown, CSV and the HTML of messages to readers of others, and compares what they read.
#
#     Tests/Scripts/forms.sh RLT
#
# RLT is the program, built in a clone whose tests have been built. The readers come from PyPI into a
# scratch folder; where PyPI cannot be reached, nothing is checked, and that is said. Chromium, where
# there is one, says whether messages stay within the 360 pixels of a telephone.
set -uo pipefail
[ $# = 1 ] && [ -x "$1" ] || { sed -n '2,/^set/s/^# \{0,1\}//p' "$0"; exit 2; }
rlt=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/rlt-forms.XXXXXX")
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv" || { echo 'note: not checked: python3 has no venv'; exit 0; }
if ! "$work/venv/bin/pip" install --quiet --disable-pip-version-check --retries 1 --timeout 20 \
  'markdown-it-py[linkify]==4.*' 'cmarkgfm==2025.*' 'html5lib==1.*' 'pyyaml==6.*' >"$work/pip" 2>&1; then
  echo 'note: not checked: the readers could not be fetched from PyPI'
  tail -n 2 "$work/pip"
  exit 0
fi
mkdir "$work/samples"
cd "$here/../.." || exit 1
RLT_SAMPLES=$work/samples swift test --skip-build --disable-xctest --filter WrittenSamples \
  >"$work/tests" 2>&1 || { cat "$work/tests"; exit 1; }
PYTHONDONTWRITEBYTECODE=1 "$work/venv/bin/python" "$here/forms.py" "$rlt" "$work/samples"
