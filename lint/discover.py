"""Which files there are, which of them matter, and which of those were asked for. Reads the disk; parses nothing.

All files of the project are looked at even if one is asked for: who imports a changed exception module is checked
again. What is analysed are whole units (`units`): files that can reach a provider call and are tied to each other by
imports, with all that they import from the project; so a finding is the same whichever of the files are asked for.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..contracts.errors import ErrpactError
from ..contracts.plain import changeable, value
from .ignores import ALWAYS
from .prefilter import HTTP, Triggers
from .project import Project, SourceFile
from .quiet import Quiet, checksum, last_name
from .scan import Files
from .surroundings import surroundings
from .units import components
from .walk import ANY, Walked, excluded, relative_to, walk

if TYPE_CHECKING:
    from ..contracts.settings import Settings
    from .index import Index


FEW: Final = 50
"""Up to so many files, those without a trace of a provider are parsed too, for EP900; in a large tree nobody would
wait for that."""


class MissingPath(ErrpactError):
    """A path on the command line that isn't there."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path

    def __str__(self) -> str:
        return f"{self.path}: no such file or folder; check the path"


class NotAFile(MissingPath):
    """A pipe or a device, which can't be read again when something is asked of it."""

    def __str__(self) -> str:
        return f"{self.path}: is no file; name a file or folder (--stdin-filename lints standard input)"


@value
class Request:
    """What the command line asks for. overrides: contents that stand for a file's (relative posix path → bytes).
    nested: a folder with a configuration of its own is a project of its own."""

    paths: tuple[Path, ...]
    force_exclude: bool = False
    prefilter: bool = True
    nested: bool = True
    overrides: Mapping[str, bytes] = field(default_factory=dict, hash=False)


@value
class Discovery:
    """What was found.

    project: what to analyse; units: the same in its independent parts. reported: paths whose findings are shown
    (asked for, or dependent on one that was). asked: paths asked for. marked: files asked for that hold a suppression
    comment. named: files named one by one, or all where they are few. unreadable: path → reason; closed: the same of
    folders. garbled: files asked for that aren't text. checked: how many files were asked for. whole: they are all
    that the project has. projects: folders below with a configuration of their own, which were left out. inputs:
    every file and folder that was looked at, absolute. quiet: the files that have nothing to do with a provider; None
    where not all of them were looked at.
    """

    project: Project
    units: tuple[Project, ...] = ()
    reported: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()
    marked: tuple[SourceFile, ...] = ()
    named: tuple[SourceFile, ...] = ()
    unreadable: Mapping[str, str] = field(default_factory=dict, hash=False)
    closed: Mapping[str, str] = field(default_factory=dict, hash=False)
    garbled: tuple[str, ...] = ()
    checked: int = 0
    whole: bool = False
    projects: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
    quiet: Quiet | None = None


def discover(request: Request, settings: Settings, triggers: Triggers, index: Index) -> Discovery:
    """Walk, scan and close over imports. Raises MissingPath."""
    asked_for = _select(request, settings)
    universe, looked = dict(asked_for.files), asked_for.looked
    others = _concerns_all(request, settings)
    complete = others or _asks_all(request, settings)
    if others:
        below = walk(str(settings.root), settings.root, nested=request.nested)
        universe |= dict.fromkeys(_excluding(below.files, settings))
        looked = looked + below.looked
    files = Files(settings.root, request.overrides, triggers, index)
    for path in universe:
        files.facts(path)
    known = [p for p in universe if p in files.known]
    relevant = _relevant(known, files, settings, request.prefilter)
    asked = {p for p in asked_for.files if p in files.known}
    parts, core, reported = _parts(asked, relevant, known, files)
    source = _source_maker(files, relevant, asked, core)
    around = surroundings(map(files.outward, files.graph(known).imported(core) if core else ()))
    units = tuple(Project(settings.root, tuple(source(p) for p in sorted(part)), around) for part in parts)
    unreadable = {p: r for p, r in files.unreadable.items() if p in asked_for.files}
    return Discovery(
        project=together(settings.root, units),
        units=units,
        reported=frozenset(reported | asked | set(unreadable)),
        asked=frozenset(asked),
        marked=tuple(source(p) for p in sorted(asked) if files.known[p].marker),
        named=tuple(source(p) for p in sorted(asked if len(asked) <= FEW else asked & asked_for.named)),
        unreadable=unreadable,
        closed=asked_for.closed,
        garbled=tuple(p for p in sorted(asked) if not files.known[p].utf8),
        checked=len(asked_for.files),
        whole=len(asked_for.files) == len(universe),
        projects=tuple(asked_for.projects),
        inputs=(*looked, *map(files.absolute, universe)),
        quiet=_quiet(files, known, core, settings, triggers) if complete and request.prefilter else None,
    )


def _concerns_all(request: Request, settings: Settings) -> bool:
    """Whether other files of the project matter for those asked for, and weren't asked for themselves. Nothing in the
    project belongs to a package in its virtual environment."""
    asked = [relative_to(os.path.realpath(p), settings.root) for p in request.paths]
    if _asks_all(request, settings):
        return False
    return any(not a.startswith("/") and ALWAYS.isdisjoint(a.split("/")) for a in asked)


def _asks_all(request: Request, settings: Settings) -> bool:
    return os.path.realpath(settings.root) in map(os.path.realpath, request.paths)


def _quiet(files: Files, known: Iterable[str], core: set[str], settings: Settings, triggers: Triggers) -> Quiet:
    """The files that neither reach a provider call nor help one that does, and that hold nothing else to report on."""
    loud = files.graph(known).imported(core) if core else set()
    kept = {
        files.absolute(p): checksum(files.known[p].imports or ())
        for p in known
        if p not in loud
        and files.known[p].utf8
        and not any((files.known[p].hit, files.known[p].marker, *(c.covers(p) for c in settings.clients)))
    }
    names = frozenset(last_name(files.absolute(p)) for p in loud)
    return Quiet(kept, names, triggers.needles, HTTP if settings.clients else b"", settings.file is not None)


def _source_maker(files: Files, relevant: set[str], asked: set[str], core: set[str]) -> Callable[[str], SourceFile]:
    @functools.cache
    def make(path: str) -> SourceFile:
        data = files.data(path)
        return SourceFile(path, files.root / path, data, path in relevant, path in asked, path in core)

    return make


def together(root: Path, units: Iterable[Project]) -> Project:
    """Units as one project."""
    files: dict[str, SourceFile] = {}
    around = None
    for unit in units:
        files |= {f.path: f for f in unit.files}
        around = unit.around
    return Project(root, tuple(files[p] for p in sorted(files)), around)


def _relevant(known: Sequence[str], files: Files, settings: Settings, prefilter: bool) -> set[str]:
    """Files that can hold a provider call: by their own bytes, or bound by configuration and within reach of HTTP."""
    if not prefilter:
        return set(known)
    relevant = {p for p in known if files.known[p].hit}
    bound = [p for p in known if any(c.covers(p) for c in settings.clients)]
    if bound:
        http = {p for p in known if files.http(p)}
        relevant |= http & set(bound)
        if http and not http.issuperset(bound):
            relevant |= files.graph(known).importers(http) & set(bound)
    return relevant


def _parts(
    asked: set[str], relevant: set[str], known: Sequence[str], files: Files
) -> tuple[list[set[str]], set[str], set[str]]:
    """The units to analyse, all files that can reach a provider call, and the files whose findings are reported."""
    if not relevant or not asked:
        return [], set(), set()
    graph = files.graph(known)
    core = graph.importers(relevant)
    reported = graph.importers(asked) & core
    return [graph.imported(c) for c in components(core, graph) if c & reported], core, reported


@changeable
class _Selection:
    """The files asked for (relative paths), those of them named one by one, projects of their own met on the way,
    what was looked into, and the folders that may not be read."""

    files: dict[str, None] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    projects: list[str] = field(default_factory=list)
    looked: list[str] = field(default_factory=list)
    closed: dict[str, str] = field(default_factory=dict)

    def add(self, below: Walked, settings: Settings) -> None:
        """What was found in a folder, but for what the configuration excludes."""
        self.files |= dict.fromkeys(_excluding(below.files, settings))
        self.projects += below.projects
        self.looked += below.looked
        self.closed |= {p: why for p, why in below.closed.items() if not excluded(f"{p}/{ANY}", settings)}


def _select(request: Request, settings: Settings) -> _Selection:
    found = _Selection()
    for path in request.paths:
        absolute = os.path.realpath(path)
        relative = relative_to(absolute, settings.root)
        if os.path.isdir(absolute):
            found.add(walk(absolute, settings.root, nested=request.nested), settings)
        elif os.path.isfile(absolute) or relative in request.overrides:
            if not (request.force_exclude and excluded(relative, settings)):
                found.files[relative] = None
                found.named.add(relative)
        else:
            raise (NotAFile if os.path.exists(absolute) else MissingPath)(str(path))
    return found


def _excluding(paths: Iterable[str], settings: Settings) -> Iterable[str]:
    return [p for p in paths if not excluded(p, settings)] if settings.exclude else paths
