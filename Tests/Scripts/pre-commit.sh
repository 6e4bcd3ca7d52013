#!/bin/bash
# Commits a good and a bad plan to a scratch repository with pre-commit's own program in between.
#
#     Tests/Scripts/pre-commit.sh RLT
#
# pre-commit comes from PyPI into a scratch folder; where PyPI cannot be reached, nothing is checked,
# and that is said.
set -uo pipefail
[ $# = 1 ] && [ -x "$1" ] || { sed -n '2,/^set/s/^# \{0,1\}//p' "$0"; exit 2; }
rlt=$(realpath "$1")
hooks=$(realpath "$(dirname "$0")/../../.pre-commit-hooks.yaml")
work=$(mktemp -d "${TMPDIR:-/tmp}/rlt-pre-commit.XXXXXX")
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv" || { echo 'note: not checked: python3 has no venv'; exit 0; }
if ! "$work/venv/bin/pip" install --quiet --disable-pip-version-check --retries 1 --timeout 20 \
  'pre-commit==4.*' >"$work/pip" 2>&1; then
  echo 'note: not checked: pre-commit could not be fetched from PyPI'
  tail -n 2 "$work/pip"
  exit 0
fi
mkdir "$work/bin" "$work/hooks" "$work/home"
ln -s "$rlt" "$work/bin/rlt"
export PATH=$work/bin:$work/venv/bin:$PATH HOME=$work/home PRE_COMMIT_HOME=$work/home/cache
export GIT_AUTHOR_NAME=test GIT_AUTHOR_EMAIL=test@example.org
export GIT_COMMITTER_NAME=test GIT_COMMITTER_EMAIL=test@example.org
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE

# The hook as others take it: from a repository of its own.
cp "$hooks" "$work/hooks"
git -C "$work/hooks" init --quiet && git -C "$work/hooks" add . \
  && git -C "$work/hooks" commit --quiet --message hook || exit 1
git init --quiet "$work/plans" && cd "$work/plans" || exit 1
cat >.pre-commit-config.yaml <<END
repos:
  - repo: $work/hooks
    rev: $(git -C "$work/hooks" rev-parse HEAD)
    hooks:
      - id: rlt-validate
END
mkdir -p data/tiny/plans
printf 'trust: tiny\nname: Tiny\n' >data/tiny/trust.yaml
printf 'plan: p\ntitle: P\nyears: 2015/16\n' >data/tiny/plans/p.yaml
pre-commit install >/dev/null && git add . || exit 1
git commit --message good >"$work/good" 2>&1 || { cat "$work/good"; exit 1; }
grep -q 'rlt validate.*Passed' "$work/good" || { cat "$work/good"; exit 1; }

printf 'titel: P\n' >>data/tiny/plans/p.yaml
git add .
if git commit --message bad >"$work/bad" 2>&1; then
  echo 'error: the bad plan was committed'
  exit 1
fi
grep -q 'data/tiny/plans/p.yaml:4:1: error\[unknown-key\]' "$work/bad" || { cat "$work/bad"; exit 1; }
echo 'note: a good plan was committed, a bad one was not'
