#!/usr/bin/env bash
# Judges the benchmark's records on one core and says how many a second; then the same with the
# peers whose packages are installed, if the benchmark's own material lies beside the project.
#
# The peers are Python packages, each of them optional; to have them all:
#   python3 -m venv ~/peers
#   ~/peers/bin/pip install orjson common-expression-language cel-expr-python opa-eval jsonschema-rs
#   make bench PYTHON=~/peers/bin/python
# usage: bench.sh PARVANEH [RECORDS=100000]
set -euo pipefail
cd "$(dirname "$0")/../.."
parvaneh=$1
records=${2:-100000}
python=${PYTHON:-python3}
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

counts=$(judge "$data/products.ndjson" | python3 -c '
import json, sys
submission = json.load(sys.stdin)["submissions"][0]
fails = sum(market["counts"]["fails"] for market in submission["markets"])
records = submission["records"]
print(fails, records["withFindings"], records["total"])
')
read -r failed bad total <<< "$counts"
echo "parvaneh finds $failed failing verdicts in $bad of $total records."
echo "One core; parvaneh as a whole process, report included, the best of five runs; peers without their start."
best=$(for _ in 1 2 3 4 5; do
  /usr/bin/env time -f %e sh -c '"$@" > /dev/null || [ $? = 1 ]' sh \
    "$parvaneh" validate --rules Tests/Benchmarks/pack --jobs 1 --format json "$data/many.ndjson" 2>&1 | tail -n 1
done | sort -n | head -n 1)
rate=$(awk -v n="$records" -v t="$best" 'BEGIN { printf "%.0f", n / t }')

# A line of the table: engine, rules, records a second, and how often parvaneh is as fast.
row() {
  awk -v name="$1" -v rules="$2" -v rate="$3" -v own="$rate" -v note="${4:-}" \
    'BEGIN { printf "  %-14s %5s %12.0f %9.2f×  %s\n", name, rules, rate, own / rate, note }'
}
printf '  %-14s %5s %12s %10s\n' engine rules records/s parvaneh
row parvaneh 40 "$rate"
[ -f "$material/peers.py" ] || exit 0
for engine in orjson python jsonschema-rs cel-cpp cel-rust opa; do
  if ! line=$(cd "$material" && PYTHONDONTWRITEBYTECODE=1 "$python" peers.py "$engine" "$data/products.ndjson" 2> /dev/null); then
    printf '  %-14s its package is not installed\n' "$engine"
    continue
  fi
  read -r rules peer found < <(python3 -c '
import json, sys
line = json.loads(sys.argv[1])
print(line["rules"], line["records_per_s"], line["failed_checks"])' "$line")
  note=
  [ "$rules" != 40 ] || [ "$found" = "$failed" ] || note="finds $found: its answer is wrong"
  row "$engine" "$rules" "$peer" "$note"
done
