"""`[tool.errpact]` of a pyproject.toml, read once into frozen values. Unknown keys are errors with the nearest name."""

from __future__ import annotations

import re
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import ErrpactError, InvalidContract
from .files import names_errpact, read_text
from .globs import glob_match
from .plain import value

if TYPE_CHECKING:
    from .obligations import Obligation
    from .reader import Table


class InvalidSettings(ErrpactError):
    """A configuration that cannot be used: where, what is wrong, how to mend it."""

    def __init__(self, path: str, key: str, problem: str, mend: str, line: int | None = None) -> None:
        super().__init__(path, key, problem, mend, line)
        self.path = path
        self.key = key
        self.problem = problem
        self.mend = mend
        self.line = line

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        key = f" {self.key}:" if self.key else ""
        return f"{place}:{key} {self.problem}; {self.mend}"


@value
class Client:
    """`[[tool.errpact.client]]`: which code talks to which provider.

    paths: globs relative to the configuration file. surface: restrict to one surface. functions: qualified names of
    functions whose result is a provider reply's body. exceptions: qualified names of exception classes that carry a
    provider reply, webhooks: of functions whose first parameter is a reply's body. remedies: qualified names of calls
    that change what made a request fail (a token refresh).
    """

    provider: str
    paths: tuple[str, ...] = ()
    surface: str | None = None
    functions: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    webhooks: tuple[str, ...] = ()
    remedies: tuple[str, ...] = ()

    def covers(self, path: str) -> bool:
        """Whether a path relative to the configuration file (posix) is bound."""
        return any(glob_match(path, pattern) for pattern in self.paths)


@value
class Accept:
    """`[[tool.errpact.accept]]`: a justified deviation; serves lint and the plugin."""

    case: str
    obligation: Obligation
    why: str
    paths: tuple[str, ...] = ("**",)


@value
class PytestSettings:
    """`[tool.errpact.pytest]`: defaults of the plugin.

    success: provider → what the client gets when all is well, as JSON. routes: `"METHOD /path"` (or `"/path"`, for each
    method) → a fixed reply for other requests, such as a token's; a test's own `target` comes before it. target:
    `"METHOD /path"` of the request that gets the case; a test whose client never asks it fails. max_examples: replies
    tried for each case. robust: off-contract replies (HTML, empty, unknown codes) count as failures, not only as a
    report. retry_after: seconds to send as `Retry-After` with replies of status 429 and 503 that may be resent.
    early_clock: replace `time.sleep` before any client module is imported. fail_under: least percentage of documented
    cases that a run must try.
    """

    success: dict[str, Any] = field(default_factory=dict)
    routes: dict[str, Any] = field(default_factory=dict)
    target: str | None = None
    max_examples: int = 20
    robust: bool = False
    retry_after: float | None = None
    early_clock: bool = False
    fail_under: float | None = None


@value
class Settings:
    """All of `[tool.errpact]`. root: the folder that paths and globs are relative to. file: None without one."""

    root: Path
    file: Path | None = None
    contracts: tuple[Path, ...] = ()
    clients: tuple[Client, ...] = ()
    accepts: tuple[Accept, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    baseline: str | None = None
    require_reason: bool = False
    pytest: PytestSettings = field(default_factory=PytestSettings)


def find(start: Path) -> Path | None:
    """The nearest pyproject.toml at or above a folder that has a `[tool.errpact]` table. Raises InvalidSettings for
    one that mentions errpact and can't be read."""
    start = start.resolve()
    files = (folder / "pyproject.toml" for folder in (start, *start.parents))
    return next((file for file in files if has_table(file)), None)


def has_table(file: Path) -> bool:
    """Whether a pyproject.toml has a `[tool.errpact]` table. Raises InvalidSettings."""
    if not names_errpact(file):
        return False
    data, _ = _toml(file)
    tool = data.get("tool")
    return isinstance(tool, dict) and "errpact" in tool


def load_settings(start: Path, explicit: Path | None = None, *, unwritten: bool = False) -> Settings:
    """The settings in force for a folder; `explicit` names the file instead. unwritten: the contracts that they name
    may still have to be written. Raises InvalidSettings."""
    file = explicit if explicit is not None else find(start)
    if file is None:
        return Settings(root=start.resolve())
    data, text = _toml(file)
    tool = data.get("tool", {})
    # A file of its own may be the table itself, without [tool.errpact] around it.
    bare = {} if file.name == "pyproject.toml" else data
    table = tool.get("errpact", bare) if isinstance(tool, dict) else bare
    if not isinstance(table, dict):
        raise InvalidSettings(str(file), "tool.errpact", "must be a table", "write it as [tool.errpact]")
    return parse_settings(table, file, text, unwritten=unwritten)


def _toml(file: Path) -> tuple[dict[str, Any], str]:
    """The table in a file, and its text."""
    import tomllib

    try:
        text = read_text(file)
        return tomllib.loads(text), text
    except OSError as exc:
        raise InvalidSettings(str(file), "", f"cannot be read: {exc.strerror}", "check the path") from None
    except UnicodeDecodeError:
        raise InvalidSettings(str(file), "", "is not UTF-8", "save it as UTF-8") from None
    except tomllib.TOMLDecodeError as exc:
        match = re.search(r"at line (\d+)", str(exc))
        raise InvalidSettings(
            str(file), "", f"not valid TOML: {exc}", "mend the syntax there", int(match[1]) if match else None
        ) from None


def parse_settings(data: dict[str, Any], file: Path, text: str = "", *, unwritten: bool = False) -> Settings:
    """The table `[tool.errpact]` → Settings; `text` lets complaints name a line. Raises InvalidSettings."""
    from .reader import Table, line_of

    try:
        return _settings(Table(data, str(file)), file, unwritten)
    except InvalidContract as exc:
        table = "tool.errpact" if "[tool.errpact" in text else ""
        key = f"tool.errpact.{exc.key}".rstrip(".")
        raise InvalidSettings(exc.path, key, exc.problem, exc.mend, line_of(text, exc.key, table)) from None


def _settings(table: Table, file: Path, unwritten: bool) -> Settings:
    root = file.resolve().parent
    settings = Settings(
        root=root,
        file=file,
        contracts=_paths(table, root, unwritten),
        clients=tuple(_client(t) for t in table.tables("client")),
        accepts=tuple(_accept(t) for t in table.tables("accept")),
        select=table.texts("select"),
        ignore=table.texts("ignore"),
        exclude=table.texts("exclude"),
        per_file_ignores=_per_file(table.table("per-file-ignores")),
        baseline=table.optional("baseline"),
        require_reason=table.flag("require-reason"),
        pytest=_pytest(table.table("pytest")),
    )
    table.done()
    return settings


def _paths(table: Table, root: Path, unwritten: bool) -> tuple[Path, ...]:
    found: list[Path] = []
    for pattern in table.texts("contracts"):
        if pattern.startswith("/") or ".." in Path(pattern).parts:
            raise table.fail("contracts", f"{pattern!r} leaves the project", "name files inside the project")
        if any("**" in part and part != "**" for part in Path(pattern).parts):
            raise table.fail("contracts", f"{pattern!r} is no glob: ** stands alone", 'write "contracts/*.toml", say')
        try:
            matches = sorted(root.glob(pattern))
        except ValueError as exc:
            raise table.fail("contracts", f"{pattern!r} is no glob: {exc}", 'write "contracts/*.toml", say') from None
        except OSError as exc:
            raise table.fail("contracts", f"{pattern!r} cannot be looked for: {exc.strerror}", "shorten it") from None
        if not matches and not unwritten:
            mend = f"check the path, relative to {root}, or begin one with `errpact new contract NAME`"
            raise table.fail("contracts", f"{pattern!r} matches no file", mend)
        found.extend(matches)
    return tuple(found)


def _client(table: Table) -> Client:
    client = Client(
        provider=table.text_of("provider"),
        paths=table.texts("paths"),
        surface=table.optional("surface"),
        functions=_qualified(table, "functions"),
        exceptions=_qualified(table, "exceptions"),
        webhooks=_qualified(table, "webhooks"),
        remedies=_qualified(table, "remedies"),
    )
    table.done()  # first: a key that is misspelt may be the one that is missed
    if not (client.paths or client.functions or client.exceptions or client.webhooks):
        raise table.fail("paths", "is missing", 'name the files, such as paths = ["src/banks/**"]')
    return client


def _qualified(table: Table, key: str) -> tuple[str, ...]:
    """Names with the module that they are imported from, or defined in: by a bare one nothing would be found."""
    names = table.texts(key)
    for name in names:
        parts = name.split(".")
        if len(parts) < 2 or not all(part.isidentifier() for part in parts):
            last = next((p for p in reversed(parts) if p.isidentifier()), "name")
            mend = f'write the module in front of it, such as "shop.bank.{last}"'
            raise table.fail(key, f"{name!r} is no qualified name, and would meet nothing", mend)
    return names


def _accept(table: Table) -> Accept:
    from .obligations import Obligation

    accept = Accept(
        case=table.text_of("case"),
        obligation=table.choice("obligation", Obligation),
        why=table.text_of("why"),
        paths=table.texts("paths") or ("**",),
    )
    if not accept.why.strip():
        raise table.fail("why", "is empty", "say why this deviation is right")
    table.done()
    return accept


def _per_file(table: Table | None) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return () if table is None else tuple((pattern, table.texts(pattern)) for pattern in table.data)


def _percentage(table: Table, name: str) -> float | None:
    value = table.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 100:
        raise table.fail(name, f"must be a percentage, not {value!r}", "write a number from 0 to 100")
    return float(value)


def _pytest(table: Table | None) -> PytestSettings:
    if table is None:
        return PytestSettings()
    examples = table.get("max-examples")
    if examples is not None and (isinstance(examples, bool) or not isinstance(examples, int) or examples < 1):
        raise table.fail("max-examples", f"must be a positive integer, not {examples!r}", "write 20, say")
    success, routes = table.table("success"), table.table("routes")
    settings = PytestSettings(
        success=dict(success.data) if success else {},
        routes=dict(routes.data) if routes else {},
        target=table.optional("target"),
        max_examples=examples or 20,
        robust=table.flag("robust"),
        retry_after=table.number("retry-after"),
        early_clock=table.flag("early-clock"),
        fail_under=_percentage(table, "fail-under"),
    )
    table.done()
    return settings
