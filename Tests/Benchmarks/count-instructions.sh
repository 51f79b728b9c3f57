#!/usr/bin/env bash
# Counts the instructions that the benchmark's 200 records take (callgrind) and fails if they are
# more than a tenth above the recorded number. Times on shared machines mean nothing; this does.
# usage: count-instructions.sh PARVANEH
set -euo pipefail
cd "$(dirname "$0")/../.."
budget=$(cat Tests/Benchmarks/instructions.txt)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
strip -g -o "$folder/parvaneh" "$1"
valgrind --tool=callgrind --callgrind-out-file="$folder/out" "$folder/parvaneh" validate \
  --rules Tests/Benchmarks/pack --jobs 1 --format json Tests/Benchmarks/products-200.ndjson \
  > /dev/null 2> "$folder/err" || [ $? = 1 ]
count=$(grep -oE 'Collected : [0-9]+' "$folder/err" | grep -oE '[0-9]+')
echo "$count instructions, recorded are $budget"
[ "$count" -le $((budget + budget / 10)) ]
Tests/Benchmarks/startup.sh --check "$1"
