#!/usr/bin/env bash
# Counts the instructions (callgrind) of what every run begins with, each part apart:
#   start      the process and its options            parvaneh --version
#   reading    all rules, without their examples      rules list, less start
#   compiling  what decides a verdict in all rules    rules check --conditions-only, less the above
#   validate   a whole run for both markets           validate Samples/metformin
# With --check it fails if a run takes more than a tenth above what is recorded.
# usage: startup.sh [--check] PARVANEH
set -euo pipefail
cd "$(dirname "$0")/../.."
check=no
if [ "$1" = --check ]; then
  check=yes
  shift
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
strip -g -o "$folder/parvaneh" "$1"

# On one core, so that work handed to other threads is counted where it was asked for.
count() {
  taskset -c 0 valgrind --tool=callgrind --callgrind-out-file="$folder/out" \
    "$folder/parvaneh" "${@:2}" > /dev/null 2> "$folder/err" || [ $? = 1 ]
  grep -oE 'Collected : [0-9]+' "$folder/err" | grep -oE '[0-9]+' > "$folder/$1"
}

count version --version
count list rules list
count check rules check --conditions-only
count validate validate Samples/metformin

of() { cat "$folder/$1"; }
line() { printf '%-10s %6.1f million instructions\n' "$1" "$(awk -v n="$2" 'BEGIN { print n / 1e6 }')"; }
line start "$(of version)"
line reading $(($(of list) - $(of version)))
line compiling $(($(of check) - $(of list)))
line validate "$(of validate)"
# What judging takes of it; expressions are compiled while rules are judged.
callgrind_annotate --inclusive=yes "$folder/out" 2> /dev/null |
  awk '/Evaluator.*evaluate.*asOf/ && !judging { judging = $1 }
       END { gsub(",", "", judging); if (judging) printf "  judging   %6.1f\n", judging / 1e6 }'

[ $check = yes ] || exit 0
while read -r name budget; do
  [ "$(of "$name")" -le $((budget + budget / 10)) ] || {
    echo "$name: $(of "$name") instructions, recorded are $budget"
    exit 1
  }
done < Tests/Benchmarks/startup.txt
