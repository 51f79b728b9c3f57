#!/usr/bin/env bash
# Writes HTML reports of the samples in all three languages and has axe-core look at each in Chromium,
# as wide as a desk and as narrow as a phone: no violation of WCAG 2.2 AA or of its best practices.
# axe-core (MPL-2.0) is not part of this repository: it is taken from a Python package when this
# runs. Told and left out where that or Chromium is not to be had.
#
#     Tests/Accessibility/check.sh .build/release/parvaneh
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${1:?the program}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

skip() {
  echo "SKIPPED: the accessibility of the reports was not checked: $1"
  exit 0
}
browser=$(command -v chromium || command -v chromium-browser) || skip "Chromium is not installed"
python3 -m pip download --quiet --no-deps --dest "$folder" axe-playwright-python==0.1.8 \
  2> "$folder/log" || skip "axe-core could not be fetched ($(tail -n 1 "$folder/log"))"
python3 - "$folder" <<'PYTHON'
import pathlib, sys, zipfile
folder = pathlib.Path(sys.argv[1])
with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
    name = next(n for n in wheel.namelist() if n.endswith("axe.min.js"))
    (folder / "axe.js").write_bytes(wheel.read(name))
PYTHON

for language in en ru fa; do
  for report in "samples Samples/metformin Samples/hearing-aid" "deficient Samples/metformin-deficient"; do
    read -r name paths <<< "$report"
    # shellcheck disable=SC2086  # several paths
    "$program" validate $paths --no-config --language "$language" \
      --format html > "$folder/$name.$language.html" || [ $? = 1 ]
  done
done

# A page that shows one report after the other in frames of both widths, each with axe inside.
python3 - "$folder" <<'PYTHON'
import json, pathlib, sys
folder = pathlib.Path(sys.argv[1])
axe = (folder / "axe.js").read_text(encoding="utf-8")
# Inline: the reports' own policy lets nothing be loaded.
inside = "<script>" + axe.replace("</script", "<\\/script") + """</script><script>
addEventListener("load", () => axe.run({resultTypes: ["violations"], runOnly: [
  "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
  .then(r => r.violations.map(v => v.id + " (" + v.impact + "): " + v.help + ", " + v.nodes.length
      + " times, first: " + v.nodes[0].html.slice(0, 200)), e => ["axe failed: " + e])
  .then(found => parent.postMessage({width: innerWidth, version: axe.version, found,
    overflow: document.documentElement.scrollWidth - innerWidth}, "*")));
</script></body>"""
runs = []
for report in sorted(folder.glob("*.html")):
    text = report.read_text(encoding="utf-8")
    assert text.count("</body>") == 1, report.name
    report.write_text(text.replace("</body>", inside), encoding="utf-8")
    runs += [[report.name, 1280], [report.name, 375]]
(folder / "all").write_text("<!DOCTYPE html><title>axe</title><body><script>"
    "const runs = " + json.dumps(runs) + """, told = [];
let frame;
function next() {
  frame?.remove();
  const run = runs[told.length];
  if (!run) {
    document.body.textContent = JSON.stringify(told);
    return;
  }
  frame = Object.assign(document.createElement("iframe"), {src: run[0], width: run[1], height: 900});
  document.body.append(frame);
}
addEventListener("message", e => { told.push({...e.data, report: runs[told.length][0]}); next(); });
next();
</script>""", encoding="utf-8")
(folder / "all").rename(folder / "all.html")
PYTHON
"$browser" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --window-size=1400,1000 \
  --user-data-dir="$folder/profile" --timeout=240000 --virtual-time-budget=240000 \
  --dump-dom "file://$folder/all.html" > "$folder/dom" 2> "$folder/log"
python3 - "$folder/dom" <<'PYTHON'
import html, json, re, sys
text = open(sys.argv[1], encoding="utf-8").read()
body = re.search(r"<body>(\[.*\])</body>", text, re.S)
if not body:
    sys.exit("axe did not come to an end")
told = json.loads(html.unescape(body.group(1)))
faults = 0
for run in told:
    if run["overflow"] > 0:
        run["found"].append(f"the page is {run['overflow']} px wider than the screen")
    faults += len(run["found"])
    for fault in run["found"]:
        print(f"{run['report']} at {run['width']} px: {fault}")
if len(told) != 12 or {run["width"] for run in told} != {1280, 375}:
    sys.exit(f"axe looked at {len(told)} of 12 pages")
print(f"axe-core {told[0]['version']}: {len(told) // 2} reports in two widths, {faults} violations")
sys.exit(1 if faults else 0)
PYTHON
