#!/bin/bash
# Sends mail with real parts: rlt hands it to Debian's msmtp, msmtp to a server that speaks SMTP on this
# machine, and Python's mail library reads what arrived. A real cron runs the job once.
#
#     Tests/Scripts/mail.sh RLT
#
# RLT is the program. msmtp and cron come from Debian where apt-get may install them, the server
# (aiosmtpd) from PyPI into a scratch folder; what cannot be had is not checked, and that is said.
set -uo pipefail
[ $# = 1 ] && [ -x "$1" ] || { sed -n '2,/^set/s/^# \{0,1\}//p' "$0"; exit 2; }
rlt=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/rlt-mail.XXXXXX")
trap 'rm -rf "$work"' EXIT

# have PROGRAM PACKAGE: whether a program is here, or could be installed.
have() {
  command -v "$1" >/dev/null && return 0
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "$2"; } >/dev/null 2>&1 </dev/null
  command -v "$1" >/dev/null
}

have msmtp msmtp || { echo 'note: not checked: there is no msmtp'; exit 0; }
have cron cron || echo 'note: no cron here'
python3 -m venv "$work/venv" || { echo 'note: not checked: python3 has no venv'; exit 0; }
if ! "$work/venv/bin/pip" install --quiet --disable-pip-version-check --retries 1 --timeout 20 \
  'aiosmtpd==1.*' >"$work/pip" 2>&1; then
  echo 'note: not checked: aiosmtpd could not be fetched from PyPI'
  tail -n 2 "$work/pip"
  exit 0
fi
PYTHONDONTWRITEBYTECODE=1 "$work/venv/bin/python" "$here/mail.py" "$rlt" "$(command -v msmtp)" "$work"
