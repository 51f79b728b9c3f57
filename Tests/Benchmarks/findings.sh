#!/usr/bin/env bash
# Times every format on a dossier with ten thousand findings: 1,000 parts that fail 10 rules each,
# with a waiver and a baseline for some of them. Tells seconds, those of the processor and bytes of
# each report, whole run; then, where Chromium is installed, how long filtering the page takes.
# usage: findings.sh PARVANEH [LANGUAGE]
set -euo pipefail
program=$(realpath "$1")
filter=$(realpath "$(dirname "$0")")/filter.sh
language=${2:-en}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

mkdir -p rules/schema rules/acts rules/ir/things rules/samples
cat > rules/schema/thing.yaml << 'END'
schema: thing
title: A thing
identified-by: { kind: thing }
fields:
  kind: { type: code, cardinality: 1, codes: [thing], doc: What it is, example: thing }
  submission:
    type: record
    cardinality: 1
    doc: The submission
    fields:
      date: { type: date, doc: Its date, example: 2026-11-20 }
  markets:
    type: record
    cardinality: 1..*
    doc: Its markets
    fields:
      code: { type: text, doc: The market, example: IR }
  parts:
    type: record
    cardinality: 0..*
    doc: Its parts
    fields:
      name: { type: text, doc: The name of a part, example: part-1 }
      size: { type: number, doc: Its size, example: 2 }
END
cat > rules/acts/acts.yaml << 'END'
acts:
- id: act-1
  body: { en: A body, ru: Орган, fa: نهاد }
  number: "118-1"
  date: 2020-01-01
  title: { en: An act on parts of things, ru: Положение о частях вещей, fa: آیین‌نامه اجزای اشیا }
  in-force: { from: 2020-01-01 }
  basis: verified
END
cat > rules/ir/things/pack.yaml << 'END'
pack: ir/things
version: "1"
title: { en: Things, ru: Вещи, fa: اشیا }
kinds: [thing]
markets: [IR]
covers: { from: 2020-01-01 }
samples: { thing: thing }
END
{
  echo 'rules:'
  for rule in $(seq 10); do
    cat << END
- id: T-$rule
  topic: parts.size-$rule
  title: { en: Every part is of size $rule or more, ru: "Каждая часть имеет размер $rule и более", fa: هر جزء دست‌کم اندازه $rule دارد }
  severity: error
  basis: verified
  confidence: high
  decidable: automatic
  citation: { act: act-1, provision: "point $rule" }
  for: { part: parts }
  requires: part.size >= $rule.5
  message: { en: "Part {part.name} is of size {part.size}", ru: "Размер части {part.name}: {part.size}", fa: "اندازه جزء {part.name} برابر {part.size} است" }
  remedy: { en: Mend the part or take it out, ru: Исправьте или исключите часть, fa: جزء را اصلاح یا حذف کنید }
  examples:
    passes: [{ set: { /parts/0/size: 20 } }]
    fails: [{ set: { /parts/0/size: 1 }, at: /parts/0/size }]
END
  done
} > rules/ir/things/rules.yaml
head='{ kind: thing, submission: { date: 2026-11-20 }, markets: [{ code: IR }], parts: ['
echo "$head { name: part-1, size: 1 }] }" > rules/samples/thing.yaml
{
  printf 'kind: thing\nsubmission: { date: 2026-11-20 }\nmarkets: [{ code: IR }]\nparts:\n'
  for part in $(seq 1000); do printf -- '- { name: part-%s, size: 1 }\n' "$part"; done
} > thing.yaml

run() {
  "$program" validate thing.yaml --rules rules --no-config --language "$language" "$@" || [ $? = 1 ]
}
run --format json=baseline.json > /dev/null
print() { grep -m 100 -oE '"fingerprint": "[0-9a-f]+"' baseline.json | cut -d'"' -f4; }
{
  echo 'waivers:'
  print | while read -r subject; do
    echo "- { rule: T-1, subject: $subject, reason: A spare part, approved-by: B, expires: 2027-01-01 }"
  done
} > waivers.yaml

TIMEFORMAT='%R s, %U s of the processor'
for format in text json ndjson sarif junit github gitlab markdown csv html; do
  seconds=$( { time run --waivers waivers.yaml --baseline baseline.json --format "$format" --output out > /dev/null; } 2>&1)
  printf '%-10s %s, %10s bytes\n' "$format" "$seconds" "$(stat -c %s out)"
done
# The page is the last that was written.
if command -v chromium > /dev/null; then "$filter" out; fi
