#!/bin/bash
# Kills rlt while it writes a dashboard over an older one, and looks at what it left behind.
#
#     Tests/Scripts/site_killed.sh [PROGRAM]
#
# After each kill every page is, byte for byte, that of the older site or that of the newer; a run
# of the newer then leaves just what a run into an empty folder does. Killed at system calls spread
# over the whole run with one thread, and at moments of chance with two.
set -uo pipefail
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
rlt=${1:-$repository/.build/release/rlt}
[ -x "$rlt" ] || { echo "error: there is no $rlt"; exit 1; }
work=$(mktemp -d "${TMPDIR:-/tmp}/rlt-site.XXXXXX")
trap 'rm -rf "$work"' EXIT
export XDG_STATE_HOME=$work/state LC_ALL=C.UTF-8
failed=0
fail() { echo "error: $*"; failed=1; }

words=(report dashboard --data "$repository/data" --trust rutland)
# site DAY FOLDER [BEFORE…]: the arguments of a run, after a program that runs it.
site() { local day=$1 folder=$2; shift 2; "$@" "$rlt" "${words[@]}" --as-of "$day" --output "$folder"; }
site 2017-03-31 "$work/old" >/dev/null && site 2019-03-31 "$work/new" >/dev/null ||
  { echo 'error: no site was written'; exit 1; }
cmp -s "$work/old/index.html" "$work/new/index.html" && fail 'both days have the same pages'

fresh() { rm -rf "$work/site"; cp -rp "$work/old" "$work/site"; }

# look WHEN: what a killed run has left, and what the next run makes of it.
look() {
  local page
  while read -r page; do
    cmp -s "$work/site/$page" "$work/old/$page" || cmp -s "$work/site/$page" "$work/new/$page" ||
      fail "$1: $page is neither old nor new"
  done < <(cd "$work/site" && find . -name '*.html')
  [ -n "$(find "$work/site" -name '*.rlt-tmp')" ] && litter=$((litter + 1))
  diff -rq "$work/old" "$work/site" >/dev/null || diff -rq "$work/new" "$work/site" >/dev/null ||
    mixed=$((mixed + 1))
  site 2019-03-31 "$work/site" >/dev/null 2>"$work/said" ||
    fail "$1: the next run ended with $?: $(cat "$work/said")"
  diff -rq "$work/new" "$work/site" || fail "$1: the next run did not finish the site"
}

kills=0 litter=0 mixed=0
trace=$work/kill_at_call
if cc -O1 -o "$trace" "$repository/Tests/Scripts/kill_at_call.c" && "$trace" 0 true 2>/dev/null; then
  export RLT_THREADS=1
  fresh
  stops=$(site 2019-03-31 "$work/site" "$trace" 0 2>&1 >/dev/null | tail -n 1)
  case $stops in ''|*[!0-9]*) fail "stops: $stops"; stops=0 ;; esac
  # An odd step meets the calls of a page at another place each time.
  for ((stop = stops; stop > 0; stop -= stops / 40 | 1)); do
    fresh
    site 2019-03-31 "$work/site" "$trace" $stop >/dev/null 2>&1
    [ $? = 137 ] && kills=$((kills + 1))
    look "killed at stop $stop"
  done
  [ $kills -ge 35 ] || fail "killed only $kills times"
  [ $litter -ge 1 ] && [ $mixed -ge 10 ] ||
    fail "too few kills came between pages ($mixed) or within one ($litter)"
  unset RLT_THREADS
else
  echo 'note: not at every call: no C compiler here, or no tracing'
fi

export RLT_THREADS=2
for delay in 0.01 0.02 0.03 0.04 0.05 0.06 0.08 0.1; do
  fresh
  site 2019-03-31 "$work/site" timeout -s KILL $delay >/dev/null 2>&1
  [ $? = 137 ] && kills=$((kills + 1))
  look "killed after $delay s"
done
echo "note: killed $kills times; $mixed times between pages, $litter times within one"
exit $failed
