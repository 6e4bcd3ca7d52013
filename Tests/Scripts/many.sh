#!/bin/bash
# Eight processes add a hundred actions and a hundred readings each to one workspace, all at once.
#
#     Tests/Scripts/many.sh [PROGRAM]
set -uo pipefail
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
rlt=${1:-$repository/.build/release/rlt}
[ -x "$rlt" ] || { echo "error: there is no $rlt"; exit 1; }
work=$(mktemp -d "${TMPDIR:-/tmp}/rlt-many.XXXXXX")
trap 'rm -rf "$work"' EXIT
export XDG_STATE_HOME=$work/state RLT_TODAY=2017-03-31 LC_ALL=C.UTF-8
mkdir "$work/data" && cp -r "$repository/data/rutland" "$work/data/rutland" && cd "$work" || exit 1
plan=data/rutland/plans/transformation-2016-2020.yaml
year=data/rutland/readings/2016-17.csv

writer() {
  local number
  for ((number = 1; number <= 100; number++)); do
    "$rlt" plan add-action --plan transformation-2016-2020 --kpi gov.staffing-spend \
      --year 2016/17 "Task $number of writer $1" --quiet || echo "action $number of $1" >>failures
    "$rlt" kpi record pp.attendance --school Ketton --period 2016/17 "$1.$number%" \
      --note "$number of $1" --quiet || echo "reading $number of $1" >>failures
  done
}

before=$(grep -c -- '- id: ' $plan)
for name in 1 2 3 4 5 6 7 8; do writer $name & done
wait
failed=0
fail() { echo "error: $*"; failed=1; }
[ ! -e failures ] || fail "$(wc -l <failures) runs failed: $(head -n 3 failures)"
actions=$(($(grep -c -- '- id: ' $plan) - before))
different=$(grep -- '- id: ' $plan | sort -u | wc -l)
readings=$(($(wc -l <$year) - 1))
values=$(tail -n +2 $year | sort -u | wc -l)
noted=$(wc -l <state/rlt/journal.ndjson)
echo "note: $actions actions, $readings readings, $noted lines in the journal"
[ $actions = 800 ] || fail "$actions actions of 800"
[ $different = $((before + 800)) ] || fail "ids are not unique"
[ $readings = 800 ] && [ $values = 800 ] || fail "$readings readings, $values different, of 800"
[ "$noted" = 1600 ] || fail "$noted lines in the journal of 1600"
"$rlt" validate >said || fail "not valid any more: $(head -n 5 said)"
[ -z "$(find data -name '.*' -type f)" ] || fail 'litter'
exit $failed
