#!/usr/bin/env bash
# Runs what the integrations run, on a deficient sample: the script of the GitHub action, the job of
# GitLab's template, the pre-commit hook's entry. Each must say that there are findings, and where.
# Then the README's workflow, as a runner of GitHub would, where PyYAML is installed.
#
#     Tests/Integrations/check.sh .build/release/parvaneh
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$(realpath "${1:?the program}")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/bin"
ln -s "$program" "$folder/bin/parvaneh"
cp -r Samples/metformin-deficient "$folder/dossier"
cp .pre-commit-hooks.yaml integrations/gitlab/parvaneh.yml "$folder"
judge=$PWD/integrations/github/judge.sh
action=$PWD/integrations/github/action.yml
pull_request=$PWD/Tests/Integrations/pull_request.py
cd "$folder"

fail() {
  echo "integrations: $1"
  exit 1
}

# Every variable that the script reads is handed over by the action, and every input is used.
for variable in PROGRAM INPUT_PATH MARKET AS_OF FAIL_ON WAIVERS BASELINE REPORT_LANGUAGE REPORT SARIF; do
  grep -q "\$$variable\b" "$judge" || fail "judge.sh does not read $variable"
  grep -q "^        $variable: " "$action" || fail "action.yml does not set $variable"
done

status=0
PROGRAM=$program INPUT_PATH=dossier MARKET=RU AS_OF='' FAIL_ON=error WAIVERS='' BASELINE='' \
  REPORT_LANGUAGE=en REPORT=report.json SARIF=report.sarif GITHUB_STEP_SUMMARY=summary.md \
  "$judge" > annotations || status=$?
[ $status = 1 ] || fail "the action ends with $status"
grep -qE '^::error file=dossier/submission\.yaml,line=[0-9]+,.*title=EAEU-MED-' annotations ||
  fail "the action annotates nothing"
for report in report.json report.sarif summary.md; do [ -s $report ] || fail "the action writes no $report"; done
echo "action: $(grep -c '^::error' annotations) errors, $(grep -c '^::warning' annotations) warnings at their lines"

status=0
PROGRAM=$program INPUT_PATH=$'dossier\ndossier/sub*.yaml' MARKET='' AS_OF=2026-11-20 FAIL_ON=error WAIVERS='' \
  BASELINE=report.json REPORT_LANGUAGE=fa REPORT=again.json SARIF='' GITHUB_STEP_SUMMARY='' \
  "$judge" > /dev/null || status=$?
[ $status = 1 ] || fail "the action with a baseline ends with $status"

# GitLab: the line of the script, as its shell would run it.
line=$(sed -n 's/^    - parvaneh /parvaneh /p' parvaneh.yml)
status=0
PATH=$folder/bin:$PATH PARVANEH_PATH=dossier PARVANEH_FAIL_ON=error PARVANEH_OPTIONS="--market RU" \
  bash -c "$line" > /dev/null || status=$?
[ $status = 1 ] || fail "GitLab's job ends with $status"
for report in parvaneh.json gl-code-quality.json; do [ -s $report ] || fail "GitLab's job writes no $report"; done

entry=$(sed -n 's/^  entry: //p' .pre-commit-hooks.yaml)
status=0
PATH=$folder/bin:$PATH bash -c "$entry dossier/submission.yaml" > /dev/null || status=$?
[ $status = 1 ] || fail "the hook ends with $status"
echo "GitLab's job and the pre-commit hook end with 1, too"

if python3 -c 'import yaml' 2> /dev/null; then
  python3 -B "$pull_request" "$program"
else
  echo "SKIPPED: the README's workflow was not run as a runner of GitHub would: PyYAML is not installed"
fi
