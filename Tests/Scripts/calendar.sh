#!/bin/bash
# Lets PyPI's iCalendar parser read the due days that come with the weekly message (RFC 5545).
#
#     Tests/Scripts/calendar.sh RLT
#
# RLT is the program. Where PyPI cannot be reached nothing is checked, and that is said.
set -uo pipefail
[ $# = 1 ] && [ -x "$1" ] || { sed -n '2,/^set/s/^# \{0,1\}//p' "$0"; exit 2; }
rlt=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/rlt-calendar.XXXXXX")
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv" || { echo 'note: not checked: python3 has no venv'; exit 0; }
if ! "$work/venv/bin/pip" install --quiet --disable-pip-version-check --retries 1 --timeout 20 \
  'icalendar==6.*' >"$work/pip" 2>&1; then
  echo 'note: not checked: icalendar could not be fetched from PyPI'
  tail -n 2 "$work/pip"
  exit 0
fi
PYTHONDONTWRITEBYTECODE=1 "$work/venv/bin/python" "$here/calendar_reader.py" "$rlt" "$work"
