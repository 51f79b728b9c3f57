"""A runner of GitHub for one job: what it takes, does and shows, as GitHub documents it.

Checkout, cache and artifacts are folders. What this does not know is a fault, never passed over.
"""
from __future__ import annotations
import hashlib, pathlib, re, shutil, subprocess
from dataclasses import dataclass, field
import yaml

Path = pathlib.Path
SHOWN = 10  # errors, warnings and notices each, of a step of the job
SUMMARY = 1 << 20  # bytes of a step
STEP = {"name", "id", "if", "uses", "with", "run", "shell", "env"}
ACTION, RUNS = {"name", "author", "description", "branding", "inputs", "runs"}, {"using", "steps"}
INPUT = {"description", "required", "default", "deprecationMessage"}
PROPERTIES = {"file", "line", "endLine", "col", "endColumn", "title"}
ESCAPES = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}
TOKEN = re.compile(r"\s*(==|!=|'(?:[^']|'')*'|[A-Za-z_][\w.-]*(?:\(\))?)\s*")


class Fault(Exception):
    """What a runner would refuse, or this emulation does not know."""


class Loader(yaml.SafeLoader):
    """Reads YAML as GitHub does: `on` is a key, and a day is a text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in pairs if not tag.endswith((":bool", ":timestamp"))]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))


def need(condition: object, message: str) -> None:
    """Raises a fault unless the condition holds."""
    if not condition:
        raise Fault(message)


def known(keys: object, allowed: set[str], place: str) -> dict:
    """Gives a mapping back that has no other keys than the allowed ones."""
    need(isinstance(keys, dict), f"{place} is no mapping")
    need(not set(keys) - allowed, f"{place}: unknown {', '.join(map(str, set(keys) - allowed))}")
    return keys


def text(value: object) -> str:
    """Writes a scalar of YAML as the runner hands it on."""
    need(not isinstance(value, (dict, list)), f"{value} is no scalar")
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def load(written: str) -> dict:
    """Reads a file of YAML."""
    return yaml.load(written, Loader)


@dataclass
class Annotation:
    """What a line of the log says about a line of a file."""
    level: str
    properties: dict[str, str]
    message: str


@dataclass
class Scope:
    """What the expressions of a job or of an action can read."""
    inputs: dict[str, str] = field(default_factory=dict)
    runner: dict[str, str] = field(default_factory=dict)
    steps: dict[str, dict[str, str]] = field(default_factory=dict)
    failed: bool = False

    def value(self, word: str) -> str | bool:
        """Evaluates a literal, a function or a name."""
        states = {"always()": True, "success()": not self.failed, "failure()": self.failed}
        if word in states:
            return states[word]
        if word.startswith("'"):
            return word[1:-1].replace("''", "'")
        parts = word.split(".")
        if len(parts) == 2 and parts[0] in ("inputs", "runner"):
            values, name = getattr(self, parts[0]), parts[1]
        else:
            need(len(parts) == 4 and parts[::2] == ["steps", "outputs"], f"unknown: {word}")
            values, name = self.steps.get(parts[1], {}), parts[3]
        need(name in values, f"{word} is never set")
        return values[name]

    def evaluate(self, expression: str) -> str | bool:
        """Evaluates one operand, or two that are compared without regard to case."""
        words = TOKEN.findall(expression)
        need(TOKEN.sub("", expression) == "" and len(words) in (1, 3), f"unknown: {expression}")
        values = [self.value(word) for word in words[::2]]
        if len(words) == 1:
            return values[0]
        need(words[1] in ("==", "!="), f"unknown: {expression}")
        left, right = (text(value).lower() for value in values)
        return (left == right) == (words[1] == "==")

    def condition(self, expression: str) -> bool:
        """Tells whether a step runs; without a function of its own it wants success."""
        value = self.evaluate(re.sub(r"^\$\{\{(.*)\}\}$", r"\1", expression.strip()))
        return bool(value) and ("()" in expression or not self.failed)

    def expand(self, value: object) -> str:
        """Puts values in the place of the expressions of a text."""
        return re.sub(r"\$\{\{(.*?)\}\}", lambda found: text(self.evaluate(found[1])), text(value))

    def mapping(self, step: dict, key: str) -> dict[str, str]:
        """Expands the values of `with` or `env`."""
        return {name: self.expand(value) for name, value in (step.get(key) or {}).items()}


def unescape(value: str, codes: list[str]) -> str:
    """Undoes the escapes of a command, the one of `%` last."""
    for code in codes:
        value = value.replace(code, ESCAPES[code])
    return value.replace("%25", "%")


def annotation(line: str) -> Annotation | None:
    """Reads a line of the log that is a command of the workflow."""
    need("##[" not in line, f"a command of the old form: {line}")
    head, separator, data = line.lstrip().removeprefix("::").partition("::")
    if not line.lstrip().startswith("::") or not separator:
        return None
    level, _, rest = head.partition(" ")
    need(level in ("error", "warning", "notice"), f"unknown command: {line}")
    pairs = [pair.partition("=")[::2] for pair in rest.split(",") if pair]
    properties = {name: unescape(value, list(ESCAPES)) for name, value in pairs}
    need(len(properties) == len(pairs), f"a property is given twice: {line}")
    known(properties, PROPERTIES, line)
    return Annotation(level, properties, unescape(data, ["%0D", "%0A"]))


def assignments(written: str) -> dict[str, str]:
    """Reads a file of outputs or variables: NAME=VALUE, or NAME<<END with lines up to END."""
    values, lines = {}, iter(written.splitlines())
    for line in filter(None, lines):
        name, sign, value = re.fullmatch(r"([^=<]*)(=|<<|)(.*)", line).groups()
        need(name and sign and (value or sign == "="), f"no assignment: {line}")
        if sign == "<<":
            body = []
            while (each := next(lines, None)) != value:
                need(each is not None, f"no line {value} ends {name}")
                body.append(each)
            value = "\n".join(body)
        values[name] = value
    return values


class Machine:
    """A runner that is new for each job; only the cache outlives it."""

    def __init__(self, folder: Path) -> None:
        self.cache, self.workspace, self.temp = folder / "cache", folder / "work", folder / "temp"
        self.source, self.artifacts, self.home = folder / "action", folder / "kept", folder / "home"
        self.tools, self.runner = folder / "bin", {
            "os": "Linux", "arch": "X64", "temp": str(self.temp)}

    def clear(self) -> None:
        """Empties the folders of a job; the action's is left as it is."""
        for folder in (self.workspace, self.temp, self.artifacts, self.home):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()

    def job(self, job: dict) -> bool:
        """Runs the steps of a job and tells whether it is green."""
        self.summary, self.count, self.variables, self.path = "", 0, {}, [str(self.tools)]
        self.told: list[Annotation] = []
        self.shown: list[Annotation] = []
        scope = Scope(runner=self.runner)
        self.steps(job["steps"], scope, None)
        return not scope.failed

    def steps(self, steps: list[dict], scope: Scope, action: Path | None) -> None:
        """Runs steps one after the other; those of an action are shown as one step of the job."""
        for step in steps:
            known(step, STEP, "step")
            need(("run" in step) != ("uses" in step), f"one of run and uses: {step}")
            if not scope.condition(text(step.get("if", "success()"))):
                continue
            before = len(self.told)
            call = self.script if "run" in step else self.use
            done, outputs = call(step, scope, action)
            scope.failed = scope.failed or not done
            if "id" in step:
                need(step["id"] not in scope.steps, f"two steps {step['id']}")
                scope.steps[step["id"]] = outputs
            if action is None:
                for level in ("error", "warning", "notice"):
                    new = [each for each in self.told[before:] if each.level == level]
                    self.shown += new[:SHOWN]

    def script(self, step: dict, scope: Scope, action: Path | None) -> tuple[bool, dict[str, str]]:
        """Runs a script in a clean environment and reads its log and its files."""
        known(step, STEP - {"uses", "with"}, "step")
        need("${{" not in step["run"], "values are handed to scripts as variables only")
        need(step.get("shell") == "bash", "a script needs shell: bash")
        self.count += 1
        base = self.temp / f"step{self.count}"
        files = {key: base.with_suffix(f".{key}") for key in ("output", "env", "path", "summary")}
        for file in files.values():
            file.touch()
        base.write_text(step["run"], "utf-8")
        environment = {
            "PATH": ":".join([*self.path, "/usr/local/bin", "/usr/bin", "/bin"]), "LANG": "C.UTF-8",
            "HOME": str(self.home), "CI": "true", "GITHUB_ACTIONS": "true",
            "GITHUB_WORKSPACE": str(self.workspace), "GITHUB_OUTPUT": str(files["output"]),
            "GITHUB_ENV": str(files["env"]), "GITHUB_PATH": str(files["path"]),
            "GITHUB_STEP_SUMMARY": str(files["summary"]),
            **{f"RUNNER_{name.upper()}": value for name, value in self.runner.items()},
            **({"GITHUB_ACTION_PATH": str(action)} if action else {}),
            **self.variables, **scope.mapping(step, "env")}
        run = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", base], cwd=self.workspace,
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
        self.told += filter(None, map(annotation, run.stdout.split("\n")))
        if run.returncode != 0:
            self.told.append(Annotation("error", {}, f"exit code {run.returncode}"))
        written = {name: file.read_text("utf-8") for name, file in files.items()}
        need(len(written["summary"].encode()) <= SUMMARY, "the summary of a step is too large")
        self.summary += written["summary"]
        self.variables |= assignments(written["env"])
        self.path = [*reversed(written["path"].splitlines()), *self.path]
        return run.returncode == 0, assignments(written["output"])

    def use(self, step: dict, scope: Scope, _: Path | None) -> tuple[bool, dict[str, str]]:
        """Runs an action: one of GitHub's that is emulated, or one of this repository."""
        known(step, STEP - {"run", "shell", "env"}, "step")
        given, name = scope.mapping(step, "with"), step["uses"]
        if name in BUILT_IN:
            call, wanted = BUILT_IN[name]
            known(given, wanted, name)
            need(wanted <= set(given), f"{name} wants {', '.join(sorted(wanted))}")
            return True, call(self, **{key.replace("-", "_"): each for key, each in given.items()})
        found = re.fullmatch(r"[\w.-]+/parvaneh/([\w./-]+)@[\w./-]+", name)
        need(found, f"unknown action: {name}")
        return self.composite(self.source / found[1], given), {}

    def composite(self, folder: Path, given: dict[str, str]) -> bool:
        """Runs the steps of an action and tells whether all went well."""
        need((folder / "action.yml").is_file(), f"no action in {folder.name}")
        action = known(load((folder / "action.yml").read_text("utf-8")), ACTION, "action")
        need(action.get("name") and action.get("description"), "an action has name and description")
        need(known(action["runs"], RUNS, "runs").get("using") == "composite", "no composite action")
        declared = {key: known(each, INPUT, key) for key, each in action["inputs"].items()}
        known(given, set(declared), "inputs")
        scope = Scope({key: text(each.get("default")) for key, each in declared.items()} | given,
                      self.runner)
        self.steps(action["runs"]["steps"], scope, folder)
        return not scope.failed

    def entry(self, path: str, key: str) -> Path:
        """Names the folder of a cache entry, which is known by its key and its path."""
        need(key and len(key) <= 512 and "," not in key, f"no key of a cache: {key}")
        return self.cache / hashlib.sha256(f"{key}\n{path}".encode()).hexdigest()

    def restore(self, path: str, key: str) -> dict[str, str]:
        """Emulates actions/cache/restore for one folder."""
        hit = self.entry(path, key).exists()
        if hit:
            shutil.copytree(self.entry(path, key), path, dirs_exist_ok=True)
        return {"cache-hit": "true" if hit else "", "cache-primary-key": key}

    def save(self, path: str, key: str) -> dict[str, str]:
        """Emulates actions/cache/save for one folder; what is kept is never replaced."""
        if self.entry(path, key).exists():
            self.told.append(Annotation("warning", {}, f"the cache has {key} already"))
        else:
            shutil.copytree(path, self.entry(path, key))
        return {}

    def upload(self, name: str, path: str, if_no_files_found: str) -> dict[str, str]:
        """Emulates actions/upload-artifact for one file; a name is used once in a run."""
        need(not set(name) & set('":<>|*?\r\n\\/') and name, f"no name of an artifact: {name}")
        need(not (self.artifacts / name).exists(), f"a second artifact {name}")
        need(if_no_files_found in ("warn", "error", "ignore"), f"unknown: {if_no_files_found}")
        if (self.workspace / path).is_file():
            shutil.copyfile(self.workspace / path, self.artifacts / name)
        elif if_no_files_found != "ignore":
            need(if_no_files_found == "warn", f"no file {path}")
            self.told.append(Annotation("warning", {}, f"no file {path}"))
        return {}

    def checkout(self) -> dict[str, str]:
        """Emulates actions/checkout: the workspace is there already."""
        return {}


BUILT_IN = {
    "actions/checkout@v4": (Machine.checkout, set()),
    "actions/cache/restore@v4": (Machine.restore, {"path", "key"}),
    "actions/cache/save@v4": (Machine.save, {"path", "key"}),
    "actions/upload-artifact@v4": (Machine.upload, {"name", "path", "if-no-files-found"}),
}
