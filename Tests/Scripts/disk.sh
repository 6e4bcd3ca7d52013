#!/bin/bash
# Edits on a full disk, on one that can only be read, and without the right to write.
#
#     Tests/Scripts/disk.sh [PROGRAM]
#
# Each ends with 4, says what to do, and leaves the old content. Needs the right to mount a small
# tmpfs; without it that part is not run, and says so.
set -uo pipefail
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
rlt=${1:-$repository/.build/release/rlt}
[ -x "$rlt" ] || { echo "error: there is no $rlt"; exit 1; }
work=$(mktemp -d "${TMPDIR:-/tmp}/rlt-disk.XXXXXX")
export XDG_STATE_HOME=$work/state RLT_TODAY=2017-03-31 LC_ALL=C.UTF-8
trap 'umount "$work/disk" 2>/dev/null; chmod -R u+w "$work"; rm -rf "$work"' EXIT
failed=0
fail() { echo "error: $*"; failed=1; }
sums() { (cd "$work/disk" && find data -type f -exec sha256sum {} + | sort); }

# refused WORDS-TO-FIND WORDS…: ends with 4, says so, changes nothing, leaves nothing.
refused() {
  local words=$1 before status
  shift
  before=$(sums)
  (cd "$work/disk" && "$@" >"$work/said" 2>&1)
  status=$?
  [ $status = 4 ] || fail "$title: ended with $status, not 4: $(cat "$work/said")"
  grep -q "$words" "$work/said" || fail "$title: does not say '$words': $(cat "$work/said")"
  [ "$(sums)" = "$before" ] || fail "$title: something changed"
  [ -z "$(find "$work/disk/data" -name '.*' -type f)" ] || fail "$title: litter"
}
add=("$rlt" plan add-action --plan transformation-2016-2020 --kpi gov.staffing-spend
  --year 2016/17 "Compare supply costs")
record=("$rlt" kpi record pp.attendance --school Ketton --period 2015/16 97.2%)
all() {
  refused "$1" "${add[@]}"
  refused "$1" "${record[@]}"
  refused "$1" "${record[@]}" --period 2016/17
}

mkdir "$work/disk"
if mount -t tmpfs -o size=300k tmpfs "$work/disk" 2>/dev/null; then
  mkdir "$work/disk/data" && cp -r "$repository/data/rutland" "$work/disk/data/" || exit 1
  title='full disk'
  head -c 1000000 /dev/zero >"$work/disk/filler" 2>/dev/null
  # A last page may have room for a row: only what needs a page must fail.
  refused 'disk is full' "${add[@]}"
  refused 'disk is full' "${record[@]}" --period 2016/17
  long=$(head -c 5000 /dev/zero | tr '\0' x)
  refused 'disk is full' "${record[@]}" --note "$long"
  rm "$work/disk/filler"
  title='read-only disk'
  mount -o remount,ro "$work/disk"
  all 'can only be read'
  umount "$work/disk"
else
  echo 'note: full and read-only disks not tried: mounting is not allowed here'
fi
[ -d "$work/disk/data" ] || { mkdir "$work/disk/data"; cp -r "$repository/data/rutland" "$work/disk/data/"; }
title='protected file'
chmod a-w "$work"/disk/data/rutland/plans/*.yaml "$work"/disk/data/rutland/readings/*.csv
refused 'chmod u+w' "${add[@]}"
refused 'chmod u+w' "${record[@]}"
chmod u+w "$work"/disk/data/rutland/plans/*.yaml "$work"/disk/data/rutland/readings/*.csv
title='no right to write in the folder'
if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null; then
  chmod a+rx "$work" "$work/disk"; chmod -R a+rX "$work/disk/data"
  cp "$rlt" "$work/rlt" && chmod a+rx "$work/rlt"
  nobody=(setpriv --reuid=65534 --regid=65534 --clear-groups env XDG_STATE_HOME=/nonexistent "$work/rlt")
  refused 'may not write\|read-only' "${nobody[@]}" "${add[@]:1}"
  refused 'may not write\|read-only' "${nobody[@]}" "${record[@]:1}"
  refused 'may not write\|read-only' "${nobody[@]}" "${record[@]:1}" --period 2016/17
elif [ "$(id -u)" != 0 ]; then
  chmod a-w "$work/disk/data/rutland/plans" "$work/disk/data/rutland/readings"
  refused 'may not write' "${add[@]}"
  refused 'may not write' "${record[@]}" --period 2016/17
  chmod u+w "$work/disk/data/rutland/plans" "$work/disk/data/rutland/readings"
else
  echo 'note: a folder without rights not tried: this is root, and setpriv is missing'
fi
title='missing folder'
mv "$work/disk/data/rutland/readings" "$work/away"
refused 'mkdir' "${record[@]}"
mv "$work/away" "$work/disk/data/rutland/readings"
[ $failed = 0 ] && (cd "$work/disk" && "${add[@]}" --quiet && "${record[@]}" --quiet) || failed=1
exit $failed
