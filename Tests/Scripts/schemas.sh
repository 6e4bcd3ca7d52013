#!/bin/bash
# Checks the JSON Schemas that `rlt schema` prints with check-jsonschema, a program that knows nothing of rlt.
#
#     Tests/Scripts/schemas.sh RLT
#
# They must be schemas of draft 2020-12, accept every file that ships with the project, and refuse the
# mistakes that a schema can express. check-jsonschema comes from PyPI into a scratch folder; where
# PyPI cannot be reached, nothing is checked, and that is said.
set -uo pipefail
[ $# = 1 ] && [ -x "$1" ] || { sed -n '2,/^set/s/^# \{0,1\}//p' "$0"; exit 2; }
rlt=$(realpath "$1")
cd "$(dirname "$0")/../.." || exit 1
work=$(mktemp -d "${TMPDIR:-/tmp}/rlt-schemas.XXXXXX")
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv" || { echo 'note: not checked: python3 has no venv'; exit 0; }
if ! "$work/venv/bin/pip" install --quiet --disable-pip-version-check --retries 1 --timeout 20 \
  'check-jsonschema==0.*' >"$work/pip" 2>&1; then
  echo 'note: not checked: check-jsonschema could not be fetched from PyPI'
  tail -n 2 "$work/pip"
  exit 0
fi
check=$work/venv/bin/check-jsonschema
gallery=Tests/PlanFilesTests/Gallery
for kind in plan trust test; do "$rlt" schema $kind >"$work/$kind.json" || exit 1; done

"$check" --check-metaschema "$work/plan.json" "$work/trust.json" "$work/test.json" || exit 1
"$check" --schemafile "$work/plan.json" data/*/plans/*.yaml $gallery/_base/plans/*.yaml || exit 1
"$check" --schemafile "$work/trust.json" data/*/trust.yaml $gallery/_base/trust.yaml || exit 1
"$check" --schemafile "$work/test.json" data/*/tests/*.yaml Tests/rltTests/Fixture/data/*/tests/*.yaml || exit 1

refused=0
for rule in unknown-key missing-key wrong-shape unknown-word bad-id file-empty; do
  for file in "$gallery/$rule"/plans/*.yaml; do
    [ -e "$file" ] || continue
    if "$check" --schemafile "$work/plan.json" "$file" >"$work/said" 2>&1; then
      echo "error: the schema accepts $file"
      exit 1
    fi
    refused=$((refused + 1))
  done
done
echo "note: $(ls data/*/plans/*.yaml data/*/trust.yaml data/*/tests/*.yaml | wc -l) files accepted, $refused refused"
[ $refused -ge 6 ]
