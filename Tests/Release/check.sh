#!/usr/bin/env bash
# Checks that the release binary is one file that needs nothing but Linux: no interpreter, no library,
# and, for root, that it judges a sample in a folder that holds nothing else but /proc, which Swift
# reads the arguments from. Prints its size and how long a start takes.
#
#     Tests/Release/check.sh .build/release/parvaneh
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${1:?the program}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

if readelf --program-headers --dynamic "$program" | grep -E 'INTERP|NEEDED'; then
  echo "$program is not static"
  exit 1
fi
strip -o "$folder/parvaneh" "$program"
cp -r Samples/metformin "$folder/metformin"
mkdir "$folder/proc"
# shellcheck disable=SC2016  # the inner shell has the folder as $0
alone='mount -t proc proc "$0/proc" && exec chroot "$0" /parvaneh "$@"'
if unshare --mount true 2> /dev/null; then
  unshare --mount sh -c "$alone" "$folder" validate /metformin > "$folder/report"
  tail -n 1 "$folder/report"
else
  echo "SKIPPED: the program was not run by itself, which wants the rights to mount"
fi
python3 - "$program" "$folder/parvaneh" <<'PYTHON'
import os, subprocess, sys, time
program, stripped = sys.argv[1:]
def start():
    begin = time.perf_counter()
    subprocess.run([stripped, "--version"], stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - begin) * 1000
times = sorted(start() for _ in range(101))
print(f"static; {os.path.getsize(program) / 1e6:.0f} MB, stripped {os.path.getsize(stripped) / 1e6:.0f} MB; "
      f"a start takes {times[0]:.1f} ms at best, {times[50]:.1f} ms in the median of 101")
PYTHON
