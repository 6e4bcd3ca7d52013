#!/bin/bash
# Measures rlt beside its peers, in one run, in turn, and prints ratios.
#
#     Tests/Benchmarks/run.sh PEERS                builds, makes the data (100 MB), measures: a few minutes
#     Tests/Benchmarks/run.sh PEERS rlt measure    only these steps, of: peers rlt data measure
#
# PEERS is a folder with gen.py and src/{bench,hello,scan,csvrag,evscan}.c, src/hello.swift and
# src/rymlscan.cpp: the generator, the timer and the peers. Nothing is written there; all goes to $PERF.
# Needs gcc, g++, libyaml-dev, python3 with venv (it fetches rapidyaml's source from PyPI) and valgrind.
#
# Whole processes are timed, start included, round-robin, output to /dev/null. Numbers of different
# machines or days do not compare: quote ratios, and run again where min and max lie far apart.
set -u
[ $# -ge 1 ] && [ -f "$1/gen.py" ] || { sed -n '2,/^set/s/^# \{0,1\}//p' "$0"; exit 2; }
peers=$(cd "$1" && pwd)
src=$peers/src
shift
[ $# -gt 0 ] || set -- peers rlt data measure
here=$(cd "$(dirname "$0")" && pwd)
repository=$(cd "$here/../.." && pwd)
export PERF=${PERF:-${TMPDIR:-/tmp}/rlt-benchmarks}
mkdir -p "$PERF/bin" "$PERF/data" "$PERF/results" && cd "$PERF" || exit 1

# How the program and the empty one are linked: as in .ci/run.
linking='-Xlinker -s -Xlinker --no-export-dynamic -Xlinker -z -Xlinker pack-relative-relocs -use-ld=lld'

build_peers() {
  gcc -O2 -static -o bin/bench "$src/bench.c"
  gcc -O3 -march=native -o bin/scan "$src/scan.c"
  gcc -O3 -march=native -pthread -o bin/csvrag "$src/csvrag.c" 2>/dev/null
  gcc -O3 -o bin/evscan "$src/evscan.c" -lyaml
  for link in static-stdlib static-executable; do
    swiftc -O -$link $linking -o bin/empty-$link "$src/hello.swift" 2>/dev/null
  done
  [ -x bin/rymlscan ] && return
  if [ ! -d rapidyaml-0.15.2 ]; then # the C++ source is in the source distribution of the Python package
    python3 -m venv venv && venv/bin/pip download -q --no-deps --no-binary rapidyaml rapidyaml==0.15.2 &&
      tar xzf rapidyaml-0.15.2.tar.gz
  fi
  local r=rapidyaml-0.15.2/cpp
  g++ -O3 -DNDEBUG -march=native -std=c++17 -I$r/src -I$r/ext/c4core/src -o bin/rymlscan "$src/rymlscan.cpp" \
    $(find $r/src/c4/yml $r/ext/c4core/src/c4 -maxdepth 1 -name '*.cpp')
}

build_rlt() { # the program twice: as it is shipped, and without any library
  local flags="-c release --package-path $repository --static-swift-stdlib ${linking% *} -Xswiftc -use-ld=lld" folder link
  for link in static-stdlib static-executable; do
    [ $link = static-stdlib ] || flags="$flags --scratch-path $PERF/build -Xswiftc -static-executable"
    swift build $flags --product rlt 2>&1 | grep -E 'error:'
    [ $link = static-stdlib ] && swift build $flags --product Benchmarks 2>&1 | grep -E 'error:'
    folder=$(swift build $flags --show-bin-path)
    cp "$folder/rlt" bin/rlt-$link
    [ $link = static-stdlib ] && cp "$folder/Benchmarks" bin/Benchmarks
  done
}

make_data() {
  rm -rf data
  local scale
  for scale in S M; do
    python3 "$peers/gen.py" data/$scale --scale $scale --only plans,readings
    python3 "$here/make_workspace.py" "$peers" data/rlt-$scale --scale $scale
  done
  rm -rf data/rlt-M-plans && cp -r data/rlt-M data/rlt-M-plans && rm -rf data/rlt-M-plans/*/readings
  python3 "$here/make_workspace.py" "$peers" data/rlt-M-joined --scale M --joined
  # The same rows for the C program, in random order, in as many files.
  rm -rf data/M-random && mkdir data/M-random
  tail -q -n +2 data/M/readings/*/*.csv | shuf --random-source=<(yes) | split -l 72000 - data/M-random/part-
  for part in data/M-random/part-*; do
    { head -1 data/M/readings/T0001/2021-22.csv && cat "$part"; } >"$part.csv" && rm "$part"
  done
}

# suite NAME MEGABYTES-OR-EMPTY RUNS: rows "label<TAB>command" on standard input; the first row is the measure.
suite() {
  printf '\n## %s\n' "$1"
  rm -f "results/$1.tsv"
  bin/bench -n "$3" -w 2 -t 120 -o "results/$1.tsv" - >/dev/null
  awk -F'\t' -v size="$2" 'BEGIN {
      printf "%-52s %9s %9s %9s %8s %9s %9s %s\n", "", "ms", "min", "max", "ratio", "MB/s", "peak MiB", "exit" }
    { printf "%-52s %9.2f %9.2f %9.2f %8.2f %9s %9.1f %s\n", $1, $2, $3, $4, $6,
        (size ? sprintf("%.0f", size / $2 / 1000) : ""), $7, $9 }' "results/$1.tsv" | tee "results/$1.txt"
}

bytes_of() { cat "$@" | wc -c; }
count() { # the instructions of one process
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "${@:2}" 2>&1 |
    sed -n "s/.*Collected : \([0-9]*\).*/\1/p" | awk -v label="$1" '{ printf "%-52s %7.2f M\n", label, $1 / 1e6 }'
}

measure() {
  local link plans readings mine rutland=$repository/data/rutland school=bronte-100003
  for link in static-stdlib static-executable; do
    [ -x bin/rlt-$link ] || continue
    suite start-$link '' 40 <<END
an empty Swift program	bin/empty-$link
rlt --version	bin/rlt-$link --version
rlt kpi status, one school, scale S	bin/rlt-$link kpi status --data data/rlt-S --school $school
rlt kpi status --school Ketton	bin/rlt-$link kpi status --data $rutland --school Ketton
rlt validate, scale S	bin/rlt-$link validate --data data/rlt-S
END
  done

  printf '\n## instructions\n'
  for link in static-stdlib static-executable; do
    [ -x bin/rlt-$link ] || continue
    count "an empty Swift program, $link" bin/empty-$link
    count "rlt --version, $link" bin/rlt-$link --version
    count "rlt kpi status, one school, scale S, $link" bin/rlt-$link kpi status --data data/rlt-S --school $school
    count "rlt kpi status --school Ketton, $link" bin/rlt-$link kpi status --data "$rutland" --school Ketton
  done | tee results/instructions.txt

  plans=$(echo data/M/plans/*.yaml) mine=$(echo data/rlt-M/*/plans/*.yaml)
  suite plans "$(bytes_of $plans)" 15 <<END
rapidyaml, in place, tree only	bin/rymlscan inplace $plans
libyaml, events only	bin/evscan $plans
rlt, parse only	bin/Benchmarks parse $plans
read and count lines (limit)	bin/scan read $plans
END
  suite validate "$(bytes_of $mine)" 9 <<END
rapidyaml, in place, tree only	bin/rymlscan inplace $mine
rlt, parse only	bin/Benchmarks parse $mine
rlt validate, 50 trusts without readings	bin/rlt-static-stdlib validate --data data/rlt-M-plans
rlt validate, 50 trusts with 360,000 readings	bin/rlt-static-stdlib validate --data data/rlt-M
END

  readings=$(echo data/M/readings/*/*.csv)
  suite readings-in-order '' 15 <<END
C prototype, in file order	bin/csvrag r 1 data/M/targets.csv $readings
rlt, 50 trusts without readings	bin/Benchmarks plans $(echo data/rlt-M/*)
rlt, with readings	bin/Benchmarks readings $(echo data/rlt-M/*)
rlt, with the latest value of each series	bin/Benchmarks latest $(echo data/rlt-M/*)
read and count lines (limit)	bin/scan read $readings
END
  suite readings-random '' 15 <<END
C prototype, random order	bin/csvrag r 1 data/M/targets.csv $(echo data/M-random/*.csv)
rlt, 1 trust without readings	bin/Benchmarks plans data/rlt-M-joined
rlt, with readings	bin/Benchmarks readings data/rlt-M-joined
rlt, with the latest value of each series	bin/Benchmarks latest data/rlt-M-joined
END
  echo "readings: 360000; bytes for C: $(bytes_of $readings), for rlt: $(bytes_of data/rlt-M/*/readings/*.csv)"
}

for what in "$@"; do
  case $what in
  peers) build_peers ;;
  rlt) build_rlt ;;
  data) make_data ;;
  measure) measure ;;
  *) echo "no such step: $what" >&2 && exit 2 ;;
  esac
done
