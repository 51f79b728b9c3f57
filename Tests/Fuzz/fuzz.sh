#!/usr/bin/env bash
# Looks for inputs that break a property (Tests/Fuzz/Targets), with libFuzzer and the address
# sanitizer. What it finds lies in .build/fuzz/found; put it into a test by name. What reaches new
# code is kept in Tests/Fuzz/corpus, one input a line, which the tests run.
# usage: fuzz.sh TARGET [SECONDS=60]
#        fuzz.sh TARGET INPUT-FILE     runs one input
set -euo pipefail
cd "$(dirname "$0")/../.."
target=$1
seconds=${2:-60}
build=.build/fuzz
found=$build/found/$target
corpus=Tests/Fuzz/corpus/$target.txt
grep -q "case $target\$" Tests/Fuzz/Targets/FuzzTarget.swift || {
  echo "No target \"$target\"; the targets are" $(sed -n 's/^  case \([a-z]*\)$/\1/p' Tests/Fuzz/Targets/FuzzTarget.swift)
  exit 2
}

mkdir -p $build
PARVANEH_FUZZ=1 swift build --scratch-path $build -c release --product Fuzz \
  -Xswiftc -sanitize=fuzzer,address -Xswiftc -parse-as-library > $build.log 2>&1 || { cat $build.log; exit 2; }
swiftc -sanitize=fuzzer,address $build/release/libFuzz.a $(pkg-config --libs yaml-0.1) -o $build/fuzz

# The fuzzer tells of a crash itself.
export FUZZ_TARGET=$target ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no
limits=(-timeout=20 -rss_limit_mb=1024 -malloc_limit_mb=512)
if [ -f "$seconds" ]; then
  exec $build/fuzz "${limits[@]}" "$seconds"
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$found" "$work/grown"
python3 Tests/Fuzz/corpus.py unpack "$corpus" "$work/kept"
dictionary=()
case $target in expression | evaluation) dictionary=(-dict=Tests/Fuzz/cel.dict) ;; esac
$build/fuzz "${limits[@]}" "${dictionary[@]}" -max_total_time="$seconds" -max_len=2048 \
  -artifact_prefix="$found/" -print_final_stats=1 "$work/grown" "$work/kept"
# Only the smallest inputs that together reach all that was reached are kept.
mkdir "$work/least"
$build/fuzz "${limits[@]}" -merge=1 "$work/least" "$work/kept" "$work/grown" 2> /dev/null
python3 Tests/Fuzz/corpus.py pack "$work/least" "$corpus"
wc -l "$corpus"
