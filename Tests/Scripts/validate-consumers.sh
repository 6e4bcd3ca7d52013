#!/bin/bash
# Gives what `rlt validate` writes to the programs that read it, and compares what they understood.
#
#     Tests/Scripts/validate-consumers.sh RLT
#
# RLT is the program. The readers come from PyPI into a scratch folder; where PyPI cannot be reached,
# nothing is checked, and that is said.
set -uo pipefail
[ $# = 1 ] && [ -x "$1" ] || { sed -n '2,/^set/s/^# \{0,1\}//p' "$0"; exit 2; }
rlt=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/rlt-consumers.XXXXXX")
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv" || { echo 'note: not checked: python3 has no venv'; exit 0; }
if ! "$work/venv/bin/pip" install --quiet --disable-pip-version-check --retries 1 --timeout 20 \
  'junitparser==5.*' 'more-itertools==11.*' 'pysarif==0.1.*' 'pyyaml==6.*' 'sarif-pydantic==0.6.*' \
  'sarif-tools==3.*' 'tap.py==3.*' \
  >"$work/pip" 2>&1; then
  echo 'note: not checked: the readers could not be fetched from PyPI'
  tail -n 2 "$work/pip"
  exit 0
fi
PYTHONDONTWRITEBYTECODE=1 PATH=$work/venv/bin:$PATH \
  python "$here/validate_consumers.py" "$rlt" "$here/../rltTests/Fixture" "$work"
