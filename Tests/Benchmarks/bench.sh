#!/usr/bin/env bash
# Judges the benchmark's records on one core and says how many a second; then the same with the
# peers whose packages are installed, if the benchmark's own material lies beside the project.
# usage: bench.sh PARVANEH [RECORDS=100000]
set -euo pipefail
cd "$(dirname "$0")/../.."
parvaneh=$1
records=${2:-100000}
material=../shared/bench
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT

if [ -f "$material/generate.py" ]; then
  python3 "$material/generate.py" 10000 > "$data/products.ndjson"
else
  for _ in $(seq 50); do cat Tests/Benchmarks/products-200.ndjson; done > "$data/products.ndjson"
fi
for _ in $(seq $((records / 10000))); do cat "$data/products.ndjson"; done > "$data/many.ndjson"

judge() { "$parvaneh" validate --rules Tests/Benchmarks/pack --jobs 1 --format json "$1" || [ $? = 1 ]; }

judge "$data/products.ndjson" | python3 -c '
import json, sys
submission = json.load(sys.stdin)["submissions"][0]
fails = sum(market["counts"]["fails"] for market in submission["markets"])
records = submission["records"]
print("{:,} failing verdicts in {:,} of {:,} records".format(fails, records["withFindings"], records["total"]))
'
echo "records/s on one core, whole process, the best of five runs:"
best=$(for _ in 1 2 3 4 5; do
  /usr/bin/env time -f %e sh -c '"$@" > /dev/null || [ $? = 1 ]' sh \
    "$parvaneh" validate --rules Tests/Benchmarks/pack --jobs 1 --format json "$data/many.ndjson" 2>&1 | tail -n 1
done | sort -n | head -n 1)
awk -v n="$records" -v t="$best" 'BEGIN { printf "  %-16s %10.0f\n", "parvaneh", n / t }'
[ -f "$material/peers.py" ] || exit 0
for engine in orjson python cel-rust cel-cpp opa jsonschema-rs; do
  if line=$(cd "$material" && python3 peers.py "$engine" "$data/products.ndjson" 2> /dev/null); then
    echo "  $engine $line"
  else
    echo "  $engine: its package is not installed"
  fi
done
