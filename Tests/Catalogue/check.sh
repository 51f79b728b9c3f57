#!/usr/bin/env bash
# Writes the catalogue of the bundled rules and opens it in Chromium in all three languages: every
# page is laid out in the direction of its language, a search finds a rule, nothing goes wrong in a
# script. Told and left out where Chromium is not installed.
#
#     Tests/Catalogue/check.sh .build/release/parvaneh
set -euo pipefail
program=${1:?the program}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

time "$program" rules docs --output "$folder"
browser=$(command -v chromium || command -v chromium-browser || true)
if [ -z "$browser" ]; then
  echo "Chromium is not installed: the catalogue was not opened"
  exit 0
fi

script='<script>document.title = getComputedStyle(document.documentElement).direction + " "
  + document.querySelectorAll("[data-find]:not([hidden])").length;</script></body>'
for language in en:ltr ru:ltr fa:rtl; do
  page=$folder/${language%:*}/index.html
  python3 - "$page" "$script" <<'PYTHON'
import sys
path, script = sys.argv[1:]
text = open(path, encoding="utf-8").read()
open(path, "w", encoding="utf-8").write(text.replace("</body>", script))
PYTHON
  "$browser" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage \
    --user-data-dir="$folder/profile" --enable-logging=stderr --virtual-time-budget=5000 \
    --dump-dom "file://$page#find=RU-MED-090" > "$folder/dom" 2> "$folder/log"
  if grep CONSOLE "$folder/log"; then exit 1; fi
  title=$(grep -o '<title>[^<]*</title>' "$folder/dom")
  [ "$title" = "<title>${language#*:} 1</title>" ] || { echo "${language%:*}: $title"; exit 1; }
  echo "${language%:*}: laid out ${language#*:}, RU-MED-090 found"
done
