#!/bin/bash
# Opens the pages of all shipped trusts in Chromium and says what is wrong with them.
#
#     Tests/Scripts/pages.sh RLT
#
# RLT is the program; the current folder holds `data/`. Chromium comes from Debian where apt-get may
# install it, the rest from PyPI into a scratch folder; where they cannot be had, nothing is checked,
# and that is said.
set -uo pipefail
[ $# = 1 ] && [ -x "$1" ] || { sed -n '2,/^set/s/^# \{0,1\}//p' "$0"; exit 2; }
rlt=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/rlt-pages.XXXXXX")
trap 'rm -rf "$work"' EXIT

have_chromium() {
  command -v chromium >/dev/null && return 0
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core; } \
    >/dev/null 2>&1 </dev/null
  command -v chromium >/dev/null
}

have_chromium || { echo 'note: not checked: there is no Chromium and it cannot be installed'; exit 0; }
python3 -m venv "$work/venv" || { echo 'note: not checked: python3 has no venv'; exit 0; }
if ! "$work/venv/bin/pip" install --quiet --disable-pip-version-check --retries 1 --timeout 20 \
  'axe-core-python==0.1.*' 'html5lib==1.*' 'pypdf==6.*' 'websocket-client==1.*' \
  >"$work/pip" 2>&1; then
  echo 'note: not checked: the readers could not be fetched from PyPI'
  tail -n 2 "$work/pip"
  exit 0
fi

mkdir "$work/pages"
# Every block and picture there is, and a page of several sheets.
cp "$here"/../DocumentsTests/Golden/*page.html "$work/pages" || exit 1
for folder in data/*/; do
  trust=$(basename "$folder")
  for report in board matrix summary; do
    "$rlt" report $report --trust "$trust" --output "$work/pages/$trust-$report.html" || exit 1
  done
done
"$rlt" report school --trust rutland --school Ketton --output "$work/pages/ketton.html" || exit 1
"$rlt" report dashboard --trust rutland --quiet --output "$work/pages/site" || exit 1
"$work/venv/bin/python" -B "$here/pages.py" "$work/pages"
