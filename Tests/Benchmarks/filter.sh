#!/usr/bin/env bash
# Times what a person waits for when a report of HTML is filtered: from the choice of each topic to
# the page laid out anew, and back to all of them, in headless Chromium.
# usage: filter.sh REPORT.html
set -euo pipefail
report=${1:?a report}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 - "$report" "$folder/report.html" <<'PYTHON'
import sys
script = """<script>addEventListener("load", () => {
  const choice = document.querySelector('[data-filter="topic"]'), times = [];
  const values = [...choice.options].map((option) => option.value);
  for (const value of [...values, "", values[1], ""]) {
    const start = performance.now();
    choice.value = value;
    choice.dispatchEvent(new Event("input", {bubbles: true}));
    document.documentElement.getBoundingClientRect();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)], most = times[times.length - 1];
  document.title = `filtered ${times.length} times: median ${median.toFixed(0)} ms, most ${most.toFixed(0)} ms`;
});</script></body>"""
text = open(sys.argv[1], encoding="utf-8").read()
open(sys.argv[2], "w", encoding="utf-8").write(text.replace("</body>", script))
PYTHON
chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --user-data-dir="$folder/profile" \
  --window-size=1280,900 --dump-dom "file://$folder/report.html" 2> "$folder/log" |
  grep -oE 'filtered [0-9]+ times[^<]*'
