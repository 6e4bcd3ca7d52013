#!/bin/bash
# Kills rlt at every system call of an edit and looks at what it left behind.
#
#     Tests/Scripts/killed.sh [PROGRAM]
#
# After each kill every file is, byte for byte, what it was or what it was to be; the next run
# clears what was left, and `rlt undo` takes back what happened, or nothing.
set -uo pipefail
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
rlt=${1:-$repository/.build/release/rlt}
[ -x "$rlt" ] || { echo "error: there is no $rlt"; exit 1; }
work=$(mktemp -d "${TMPDIR:-/tmp}/rlt-killed.XXXXXX")
trap 'rm -rf "$work"' EXIT
export XDG_STATE_HOME=$work/state RLT_TODAY=2017-03-31 LC_ALL=C.UTF-8
if ! cc -O1 -o "$work/kill_at_call" "$repository/Tests/Scripts/kill_at_call.c"; then
  echo 'note: not run: there is no C compiler here'; exit 0
fi
"$work/kill_at_call" 0 true 2>/dev/null
[ $? = 125 ] && { echo 'note: not run: this machine does not allow tracing'; exit 0; }

fresh() { rm -rf "$work/data" "$work/state"; cp -rp "$repository/data" "$work/data"; }
litter() { find "$work/data" -name '.*' -type f; }
sums() { (cd "$work/data" && find . -type f ! -name '.*' -exec sha256sum {} + | sort); }
failed=0
fail() { echo "error: $*"; failed=1; }

# check FILE WORDS…: the words change exactly this file.
check() {
  local file=$1 stops stop status old new now kills=0 changed=0
  shift
  fresh
  old=$(sums)
  stops=$(cd "$work" && "$work/kill_at_call" 0 "$rlt" "$@" 2>&1 >/dev/null | tail -n 1)
  new=$(sums)
  [ "$old" != "$new" ] || fail "$*: changed nothing"
  case $stops in ''|*[!0-9]*) fail "$*: $stops"; return ;; esac
  for ((stop = 1; stop <= stops; stop++)); do
    fresh
    (cd "$work" && "$work/kill_at_call" $stop "$rlt" "$@" >/dev/null 2>&1)
    status=$?
    [ $status = 137 ] && kills=$((kills + 1))
    now=$(sums)
    if [ "$now" = "$new" ]; then changed=$((changed + 1))
    elif [ "$now" != "$old" ]; then fail "$*: killed at stop $stop, a file is neither old nor new"
    fi
    if [ "$now" = "$old" ] || [ "$now" = "$new" ]; then
      # Taken back, everything is as it was; with nothing to take back, it ends with 2.
      (cd "$work" && "$rlt" undo --trust rutland --quiet >/dev/null 2>"$work/said")
      status=$?
      if [ "$now" = "$new" ] && [ $status != 0 ]; then
        fail "$*: killed at stop $stop, undo ended with $status: $(cat "$work/said")"
      fi
      [ "$(sums)" = "$old" ] || fail "$*: killed at stop $stop, undo did not bring back the old"
    fi
    # The next edit in the same folder works, and clears what was left.
    if ! (cd "$work" && "$rlt" "$@" >/dev/null 2>"$work/said"); then
      fail "$*: the run after a kill at stop $stop failed: $(cat "$work/said")"
    fi
    [ "$(sums)" = "$new" ] || fail "$*: the run after a kill at stop $stop wrote something else"
    [ -z "$(litter)" ] || fail "$*: litter after a kill at stop $stop: $(litter)"
  done
  echo "note: rlt ${*:1:2}: killed $kills times, $((stops)) stops, $changed left the new file"
  [ $kills -ge $((stops * 9 / 10)) ] || fail "$*: killed only $kills times of $stops"
}

plan=rutland/plans/transformation-2016-2020.yaml
check $plan plan add-action --trust rutland --plan transformation-2016-2020 \
  --kpi gov.staffing-spend --year 2016/17 "Compare supply costs" --due 2017-03-31
check rutland/readings/2015-16.csv kpi record pp.attendance --trust rutland --school Ketton \
  --period 2015/16 97.2%
check rutland/readings/2016-17.csv kpi record pp.attendance --trust rutland --school Ketton \
  --period 2016/17 97.2%
exit $failed
