#!/usr/bin/env bash
# Writes rules.c anew: the list of the files in Rules/ that the program carries inside.
# A test compares the list with the folder, so that a forgotten run is told.
set -euo pipefail
cd "$(dirname "$0")/../../Rules"
files=$(find . -name '*.yaml' -o -name NOT-CHECKED.md | sed 's|^\./||' | LC_ALL=C sort)
{
  echo '// Made by generate.sh: the files of Rules/ that the program carries inside.'
  echo '#include "BundledRules.h"'
  echo
  index=0
  for file in $files; do
    printf 'static const unsigned char file_%d[] = {\n#embed "../../Rules/%s"\n};\n' "$index" "$file"
    index=$((index + 1))
  done
  echo
  echo 'static const bundled_rule_file files[] = {'
  index=0
  for file in $files; do
    printf '  {"%s", file_%d, sizeof file_%d},\n' "$file" "$index" "$index"
    index=$((index + 1))
  done
  echo '};'
  echo
  echo 'const int bundled_rules_count = sizeof files / sizeof *files;'
  echo
  echo 'bundled_rule_file bundled_rule(int index) { return files[index]; }'
} > ../Sources/BundledRules/rules.c
