#!/usr/bin/env bash
# What the action runs when the program is there: annotations for the pull request, a page for the
# run's summary, the JSON report as a file. Everything is handed over in the environment, as
# action.yml names it; nothing is ever read as a part of this script.
set -euo pipefail

# One path or pattern a line.
paths=()
while IFS= read -r path; do
  [ -z "$path" ] || paths+=("$path")
done <<< "$INPUT_PATH"

options=(--format github --format "json=$REPORT")
# What is not asked for is left to the defaults of parvaneh.yaml.
[ -z "$FAIL_ON" ] || options+=(--fail-on "$FAIL_ON")
[ -z "$REPORT_LANGUAGE" ] || options+=(--language "$REPORT_LANGUAGE")
[ -z "${GITHUB_STEP_SUMMARY:-}" ] || options+=(--format "markdown=$GITHUB_STEP_SUMMARY")
[ -z "$SARIF" ] || options+=(--format "sarif=$SARIF")
[ -z "$MARKET" ] || options+=(--market "$MARKET")
[ -z "$AS_OF" ] || options+=(--as-of "$AS_OF")
[ -z "$WAIVERS" ] || options+=(--waivers "$WAIVERS")
[ -z "$BASELINE" ] || options+=(--baseline "$BASELINE" --fail-on-new)

"$PROGRAM" validate "${paths[@]}" "${options[@]}"
