#!/usr/bin/env python3
"""Runs the workflow of README.md on dossiers as GitHub would, and looks at what a reader is shown.

usage: pull_request.py PROGRAM
Workflow, action and script are taken as they stand; runner.py says how they are run.
"""
from __future__ import annotations
import json, pathlib, re, shlex, shutil, subprocess, sys, tempfile
from collections.abc import Callable
from runner import (ACTION, Annotation, Fault, Machine, Scope, annotation, assignments, known, load,
                    need)

Path = pathlib.Path
REPOSITORY = Path(__file__).resolve().parents[2]
WORKFLOW, JOB = {"name", "on", "permissions", "jobs"}, {"name", "runs-on", "steps"}
FILTERS = {"branches", "branches-ignore", "paths", "paths-ignore"}
EVENTS = {"pull_request": FILTERS | {"types"}, "push": FILTERS | {"tags", "tags-ignore"}}
SCOPES = {"actions", "attestations", "checks", "contents", "deployments", "discussions", "id-token",
          "issues", "models", "packages", "pages", "pull-requests", "security-events", "statuses"}
RUNNERS = {"ubuntu-24.04", "ubuntu-latest"}
MESSAGE, TITLE = 4096, 255  # characters that GitHub keeps


def git(folder: Path, *arguments: str) -> str:
    """Runs git in a folder and gives its output."""
    return subprocess.run(["git", "-C", folder, *arguments], check=True, encoding="utf-8",
                          stdout=subprocess.PIPE).stdout


def workflow() -> tuple[str, str, dict]:
    """Takes the workflow out of the README: the path of its file, its text, its only job."""
    blocks = re.findall(r"^```yaml\n(.*?)^```$", (REPOSITORY / "README.md").read_text("utf-8"),
                        re.MULTILINE | re.DOTALL)
    written = [block for block in blocks if re.search("^jobs:", block, re.MULTILINE)]
    need(len(written) == 1, f"README.md has {len(written)} workflows")
    file = re.match(r"# (\.github/workflows/[\w-]+\.ya?ml)\n", written[0])
    need(file, "the workflow does not say first where it belongs")
    content = known(load(written[0]), WORKFLOW, "workflow")
    need({"pull_request", "push"} <= set(content["on"]), "it is run for pull requests and pushes")
    for event, filters in content["on"].items():
        known({event: 0}, set(EVENTS), "on")
        known(filters or {}, EVENTS[event], event)
    rights = known(content["permissions"], SCOPES, "permissions")
    need(set(rights.values()) <= {"read", "write", "none"}, f"unknown right: {rights}")
    need(rights.get("contents") in ("read", "write"), "a checkout reads the contents")
    need(len(content["jobs"]) == 1, "one job is emulated")
    job = known(next(iter(content["jobs"].values())), JOB, "job")
    need(job["runs-on"] in RUNNERS, f"unknown runner: {job['runs-on']}")
    return file[1], written[0], job


def dossier(job: dict) -> str:
    """Finds the folder that the workflow wants the dossier in."""
    paths = [step["with"]["path"] for step in job["steps"] if "path" in step.get("with", {})]
    need(len(paths) == 1 and re.fullmatch(r"[\w/-]+", paths[0].strip()), f"one folder: {paths}")
    return paths[0].strip()


def table() -> None:
    """Checks that integrations/README.md lists the inputs of the action with their defaults."""
    rows = re.findall(r"^\| `([\w-]+)` \|([^|]*)\|",
                      (REPOSITORY / "integrations/README.md").read_text("utf-8"), re.MULTILINE)
    action = load((REPOSITORY / "integrations/github/action.yml").read_text("utf-8"))
    inputs = known(action, ACTION, "action")["inputs"]
    listed = {name: default.strip() for name, default in rows if not name.startswith("waiver/")}
    need(list(listed) == list(inputs), f"inputs listed: {', '.join(listed)}")
    for name, each in inputs.items():
        default = each.get("default")
        need(not default or listed[name] == f"`{default}`", f"{name} is {default} without it")


def builds(machine: Machine) -> Path:
    """Names the file that gets a line whenever the program is built."""
    return machine.tools / "builds"


def stand_in(machine: Machine, program: Path) -> None:
    """Puts first on the path a `make` that wants the action's arguments and hands PROGRAM over."""
    machine.tools.mkdir()
    source, log = shlex.quote(str(program)), shlex.quote(str(builds(machine)))
    make = machine.tools / "make"
    make.write_text(
        '#!/bin/sh -e\n[ "$#" = 3 ]\n[ "$1 $3" = "-C release" ]\n[ -f "$2/Package.swift" ]\n'
        f'mkdir -p "$2/.build/release"\ncp {source} "$2/.build/release/parvaneh"\n'
        f"echo built >> {log}\n", "utf-8")
    make.chmod(0o755)


def copy(target: Path) -> None:
    """Copies this repository as GitHub hands out an action: what is tracked, as it is tracked."""
    for entry in git(REPOSITORY, "ls-files", "-s", "-z").split("\0")[:-1]:
        mode, name = entry.split(" ")[0], entry.partition("\t")[2]
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(REPOSITORY / name, target / name, follow_symlinks=False)
        if mode == "100755":
            (target / name).chmod(0o755)


def prepare(machine: Machine, sample: str, folder: str, file: str, written: str) -> None:
    """Sets up a user's repository with a dossier and the workflow, and nothing that was built."""
    machine.clear()
    shutil.rmtree(machine.source / ".build", ignore_errors=True)
    builds(machine).write_text("", "utf-8")
    shutil.copytree(REPOSITORY / "Samples" / sample, machine.workspace / folder)
    (machine.workspace / file).parent.mkdir(parents=True)
    (machine.workspace / file).write_text(written, "utf-8")
    git(machine.workspace, "init", "-q")
    git(machine.workspace, "add", "-A", "-f")


def place(told: Annotation, machine: Machine, files: set[str]) -> str:
    """Checks that an annotation stands at characters of a file of the pull request."""
    at = told.properties
    need("file" in at and at["file"] in files, f"no file of the repository: {at}")
    lines = (machine.workspace / at["file"]).read_text("utf-8").split("\n")
    first, last = int(at["line"]), int(at.get("endLine", at["line"]))
    need(1 <= first <= last <= len(lines), f"no lines of the file: {at}")
    if "col" in at or "endColumn" in at:
        start, end = int(at["col"]), int(at.get("endColumn", at["col"]))
        need(first == last, f"columns are dropped where an annotation has several lines: {at}")
        need(1 <= start <= end <= len(lines[first - 1]), f"no characters of the line: {at}")
    need(told.message and len(told.message) <= MESSAGE, f"{len(told.message)} characters: {at}")
    need(len(at["title"]) <= TITLE, f"{len(at['title'])} characters: {at['title']}")
    return f"{at['file']}:{first} {at['title'].split(' ')[0]}"


def market(told: Annotation) -> str:
    """Finds the market in the title of an annotation: RULE (MARKET) …"""
    return re.match(r"\S+ \(([A-Z]+)\) ", told.properties["title"])[1]


def look(machine: Machine, green: bool) -> str:
    """Checks what a run has shown, and says it in one line."""
    files = set(git(machine.workspace, "ls-files", "-z").split("\0"))
    by_level: dict[str, list[Annotation]] = {"error": [], "warning": [], "notice": []}
    for told in machine.told:
        if told.properties:
            by_level[told.level].append(told)
            place(told, machine, files)
            rule = told.properties["title"].split(" ")[0]
            need(rule in machine.summary, f"{rule} is missing in the summary")
    ends = [told.message for told in machine.told if not told.properties]
    need(ends == ([] if green else ["exit code 1"]), f"the run ends with {ends}")
    need(green != bool(by_level["error"]), f"{len(by_level['error'])} errors")
    kept = [json.loads(file.read_text("utf-8")) for file in machine.artifacts.iterdir()]
    need(len(kept) == 1, f"{len(kept)} reports are kept")
    shown = {level: [each for each in machine.shown if each.level == level and each.properties]
             for level in by_level}
    for level, all_of_it in by_level.items():
        markets = {market(told) for told in all_of_it}
        need({market(told) for told in shown[level]} == markets, f"{level}s of {markets} hidden")
    counts = ", ".join(f"{len(shown[level])} {level}s of {len(all_of_it)}"
                       for level, all_of_it in by_level.items())
    first = f"; first: {place(shown['error'][0], machine, files)}" if shown["error"] else ""
    return f"{'green' if green else 'red'}, {counts} shown at their lines{first}"


def run(machine: Machine, sample: str, green: bool, built: bool, edit: str = "") -> str:
    """Runs the workflow on a sample, with an edited source if one is named."""
    file, written, job = workflow()
    prepare(machine, sample, dossier(job), file, written)
    if edit:
        with (machine.source / edit).open("a", encoding="utf-8") as source:
            source.write("# edited\n")
    done = machine.job(job)
    need(done == green, f"{sample} is {'green' if done else 'red'}")
    times = builds(machine).read_text("utf-8").count("\n")
    need(times == int(built), f"{sample}: the program was built {times} times")
    told = look(machine, green)
    return f"{told}; {'built' if built else 'from the cache'}"


def refused(action: Callable[[], object]) -> None:
    """Checks that the emulation refuses what it does not know."""
    try:
        action()
    except Fault:
        return
    raise Fault(f"the emulation takes what a runner refuses, line {action.__code__.co_firstlineno}")


def itself(machine: Machine) -> None:
    """Checks the emulation: what it must read, and what it must refuse."""
    told = annotation(" ::error file=a%2Cb,title=x%3A%250A::50 %25%0Aa%3A::b")
    need(told == Annotation("error", {"file": "a,b", "title": "x:%0A"}, "50 %\na%3A::b"), f"{told}")
    need(annotation("an ::error::") is None, "a command stands first in its line")
    need(assignments("a=b=<<c\nd<<E\n1\n\n2=\nE\n") == {"a": "b=<<c", "d": "1\n\n2="}, "outputs")
    scope = Scope({"a": "It's"}, steps={"s": {"hit": "TRUE"}}, failed=True)
    need(scope.expand("<${{ inputs.a }}>") == "<It's>", "an input")
    need(scope.evaluate("steps.s.outputs.hit == 'true'"), "case does not count")
    need(not scope.condition("inputs.a == 'It''s'"), "a step without a function wants success")
    need(scope.condition("always()") and scope.condition("${{ failure() }}"), "functions")
    for line in ("::error colour=red::x", "::alarm::x", "##[error]x", "::error line=1,line=2::x"):
        refused(lambda: annotation(line))
    for expression in ("hashFiles('a')", "inputs.b", "github.actor", "inputs.a && inputs.a",
                       "steps.s.outputs.miss", "steps.t.outputs.hit", "inputs.a ==", ""):
        refused(lambda: scope.expand("${{" + expression + "}}"))
    for lines in ("a", "=b", "a<<E\nb\n"):
        refused(lambda: assignments(lines))
    for step in ({"uses": "actions/setup-node@v4"}, {"run": "true"}, {"shell": "bash"},
                 {"run": "true", "shell": "bash", "retries": 1},
                 {"run": "${{ 'a' }}", "shell": "bash"},
                 {"uses": "actions/checkout@v4", "with": {"depth": 1}},
                 {"uses": "OWNER/parvaneh/integrations/github@main", "with": {"paths": "."}}):
        refused(lambda: machine.steps([step], Scope(), None))
    (machine.workspace / "file").write_text("")
    machine.upload("name", "file", "error")
    refused(lambda: machine.upload("name", "file", "error"))
    refused(lambda: machine.upload("other", "none", "error"))
    for _ in range(2):
        machine.save(str(machine.workspace / ".git"), "key")
    need(machine.told[-1].level == "warning", "what the cache has is not replaced")


def main(program: str) -> None:
    """Runs three jobs, one after the other, with one cache."""
    table()
    with tempfile.TemporaryDirectory() as folder:
        machine = Machine(Path(folder).resolve())
        stand_in(machine, Path(program).resolve())
        copy(machine.source)
        print("pull request:", run(machine, "metformin-deficient", green=False, built=True))
        print("the same again:", run(machine, "metformin-deficient", green=False, built=False))
        # A submission that the program has inside, as a link from its rules.
        sample = "Samples/metformin/submission.yaml"
        print("conforming, sources edited:", run(machine, "metformin", True, True, edit=sample))
        itself(machine)


if __name__ == "__main__":
    try:
        need(len(sys.argv) == 2, __doc__)
        main(sys.argv[1])
    except Fault as fault:
        sys.exit(f"pull request: {fault}")
