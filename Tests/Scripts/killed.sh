#!/bin/bash
# Kills rlt at every system call of an edit and looks at what it left behind.
#
#     Tests/Scripts/killed.sh [PROGRAM]
#
# After each kill every file is, byte for byte, what it was or what it was to be; the next run
# clears what was left, and `rlt undo` takes back what happened, or nothing. Where an edit of several
# files was killed between two of them, the next edit refuses, and `rlt undo` takes back the half.
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

# The workspace, and before it what `prepare` makes of it: an edit to take back, untidy lines.
fresh() { rm -rf "$work/data" "$work/state"; cp -rp "$work/kept/." "$work/"; }
litter() { find "$work/data" -name '.*' -type f; }
sums() { (cd "$work/data" && find . -type f ! -name '.*' -exec sha256sum {} + | sort); }
# Every file there is, the journal and hidden ones too.
everything() { (cd "$work" && find data state -exec ls -dl --time-style=+ {} + && \
  find data state -type f -exec sha256sum {} +) 2>/dev/null | sort; }
failed=0
fail() { echo "error: $*"; failed=1; }

# prepare [WORDS…]: a fresh workspace, and in it an edit.
prepare() {
  rm -rf "$work/kept" "$work/data" "$work/state"
  mkdir -p "$work/data" "$work/state/rlt" && cp -rp "$repository/data/rutland" "$work/data/rutland"
  printf '\n\n# the end   \n\n\n' >>"$work/data/$plan"
  if [ $# != 0 ] && ! (cd "$work" && "$rlt" "$@" >/dev/null); then fail "$*: could not prepare"; fi
  mkdir "$work/kept" && cp -rp "$work/data" "$work/state" "$work/kept/"
}

# check FILE WORDS…: the words change these files, and FILE is what they read from the keyboard.
check() {
  local input=$1 stops stop status old new now start kills=0 changed=0 halves=0
  shift
  fresh
  old=$(sums)
  start=$(everything)
  stops=$(cd "$work" && "$work/kill_at_call" 0 "$rlt" "$@" 2>&1 >/dev/null <"$input" | tail -n 1)
  new=$(sums)
  [ "$old" != "$new" ] || fail "$*: changed nothing"
  case $stops in ''|*[!0-9]*) fail "$*: $stops"; return ;; esac
  fresh
  for ((stop = 1; stop <= stops; stop++)); do
    (cd "$work" && "$work/kill_at_call" $stop "$rlt" "$@" >/dev/null 2>&1 <"$input")
    status=$?
    [ $status = 137 ] && kills=$((kills + 1))
    # Where the run touched nothing at all, what follows is as it was before.
    [ "$(everything)" != "$start" ] || continue
    now=$(sums)
    if [ "$now" = "$new" ]; then changed=$((changed + 1))
    elif [ "$now" != "$old" ]; then
      halves=$((halves + 1))
      comm -13 <(printf '%s\n%s\n' "$old" "$new" | sort -u) <(sort <<<"$now") | grep -q . &&
        fail "$*: killed at stop $stop, a file is neither old nor new"
      # Some files are new and some old: nothing is built upon that.
      if [ "$1" != undo ]; then
        (cd "$work" && "$rlt" "$@" >/dev/null 2>"$work/said" <"$input")
        status=$?
        [ $status != 0 ] && [ "$(sums)" = "$now" ] ||
          fail "$*: the run after a kill between files, at stop $stop, ended with $status"
      fi
    fi
    if [ "$1" != undo ]; then
      # Taken back, everything is as it was; with nothing to take back, it ends with 2.
      (cd "$work" && "$rlt" undo --trust rutland --quiet >/dev/null 2>"$work/said")
      status=$?
      if [ "$now" = "$new" ] && [ $status != 0 ]; then
        fail "$*: killed at stop $stop, undo ended with $status: $(cat "$work/said")"
      fi
      [ "$(sums)" = "$old" ] || fail "$*: killed at stop $stop, undo did not bring back the old"
    fi
    # The next edit in the same folder works, and clears what was left; taken back once already,
    # there is nothing more to take back.
    (cd "$work" && "$rlt" "$@" >/dev/null 2>"$work/said" <"$input")
    status=$?
    if [ $status != 0 ] && ! { [ "$1" = undo ] && [ "$now" = "$new" ] && [ $status = 2 ]; }; then
      fail "$*: the run after a kill at stop $stop ended with $status: $(cat "$work/said")"
    fi
    [ "$(sums)" = "$new" ] || fail "$*: the run after a kill at stop $stop wrote something else"
    [ -z "$(litter)" ] || fail "$*: litter after a kill at stop $stop: $(litter)"
    fresh
  done
  echo "note: rlt ${*:1:2}: killed $kills times, $stops stops, $changed left the new, $halves part of it"
  [ $kills -ge $((stops * 9 / 10)) ] || fail "$*: killed only $kills times of $stops"
}

plan=rutland/plans/transformation-2016-2020.yaml
place=(--trust rutland --plan transformation-2016-2020)
action=(plan add-action "${place[@]}" --kpi gov.staffing-spend --year 2016/17
  "Compare supply costs" --due 2017-03-31)
reading=(kpi record pp.attendance --trust rutland --school Ketton)
cat >"$work/rows" <<'END'
kpi,scope,period,value
pp.attendance,ketton,2015/16,97.2%
pp.attendance,st-nicholas,2015/16,96.1%
END
{ cat "$work/rows"; echo 'pp.attendance,ketton,2016/17,95.9%'; } >"$work/years"

prepare
check /dev/null "${action[@]}"
check /dev/null "${reading[@]}" --period 2015/16 97.2%
check /dev/null "${reading[@]}" --period 2016/17 97.2%
check "$work/rows" kpi record --from-stdin --trust rutland
check "$work/years" kpi record --from-stdin --trust rutland
check /dev/null plan rename "${place[@]}" gov.staffing-spend gov.staff
check /dev/null format "$work/data/$plan"
prepare "${action[@]}"
check /dev/null undo --trust rutland
exit $failed
