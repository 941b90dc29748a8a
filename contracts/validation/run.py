"""Validation of files: which sort each one is, its replies against their contracts, one report for each."""

# No `from __future__ import annotations`: NamedTuple would compile each annotation, which takes some milliseconds.

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from ..contract import Contract
from ..files import open_to_read
from ..schema_generator import Strictness
from ..terms import Kind
from . import discover, documents
from .binding import Binding
from .checker import Checker
from .jsontext import has_key_twice
from .model import MAX_PROBLEMS, FileReport, Problem, Record, Severity, Trouble
from .records import Places, is_local
from .telling import no_provider, problems, twice, unreadable
from .wrapped import hint

OTHER_HOSTS: Final = "other hosts"
Progress = Callable[[int], object]


class Options(NamedTuple):
    """provider: the user's word for all replies. hosts: check only replies of these. places: where in a log line a
    reply stands."""

    strictness: Strictness = Strictness.ENVELOPE
    provider: str | None = None
    hosts: tuple[str, ...] = ()
    places: Places = Places()
    show_values: bool = False


class Report(NamedTuple):
    """All files of a run. contracts: those that replies were held against."""

    files: tuple[FileReport, ...]
    contracts: tuple[Contract, ...]

    @property
    def exit_code(self) -> int:
        """2 where a file could not be used at all or its provider is unknown, 1 on errors, else 0."""
        if any(f.severities[Severity.USAGE] or f.unusable for f in self.files):
            return 2
        return 0 if all(f.ok for f in self.files) else 1

    def covered(self, provider: str) -> set[str]:
        """Ids of the documented cases that the files show."""
        return {case for f in self.files for case in f.covered.get(provider, ())}

    def possible(self, provider: str) -> set[str]:
        """Ids of further cases that the files may show; the HTTP status that would decide is not recorded."""
        return {case for f in self.files for case in f.possible.get(provider, ())} - self.covered(provider)

    @staticmethod
    def documented(contract: Contract) -> tuple[str, ...]:
        """Ids of the cases that replies can show; bare HTTP facts are none."""
        return tuple(c.id for c in contract.cases if c.kind is not Kind.TRANSPORT)


def validate(
    paths: Sequence[str], options: Options, binding: Binding, progress: Progress = lambda size: None
) -> Report:
    """Check files and folders; reads, never writes, never fetches. progress is told the bytes that were read."""
    run = Run(options, binding, progress)
    return Report(tuple(run.reports(paths)), tuple(run.contracts_used()))


class Run:
    """What the files of one run share: checkers by provider and surface."""

    def __init__(self, options: Options, binding: Binding, progress: Progress) -> None:
        self.options = options
        self.binding = binding
        self.progress = progress
        self._checkers: dict[tuple[str, str | None], Checker] = {}

    def contracts_used(self) -> list[Contract]:
        """The contracts that replies were held against, in order of first use."""
        return list({c.contract.provider: c.contract for c in self._checkers.values()}.values())

    def reports(self, paths: Iterable[str]) -> Iterator[FileReport]:
        """One report for each file that is named, or lies in a folder that is named and is something for us."""
        for path in paths:
            try:
                yield self._report(path, named=True)
            except IsADirectoryError:
                yield from self._folder(path)

    def _folder(self, folder: str) -> Iterator[FileReport]:
        refused: list[OSError] = []
        for file in discover.walk(folder, refused.append):
            try:
                yield self._report(file, named=False)
            except documents.NothingForUs:
                continue
        for exc in refused:
            report = FileReport(str(exc.filename))
            report.add(unreadable(exc))
            yield report

    def _report(self, path: str, named: bool) -> FileReport:
        report = FileReport(path)
        try:
            self._file(report, named)
        except IsADirectoryError:
            raise
        except OSError as exc:
            report.add(unreadable(exc))
        return report

    def _file(self, report: FileReport, named: bool) -> None:
        path, places = report.path, self.options.places
        descriptor = open_to_read(path)
        try:
            status = os.fstat(descriptor)
            size = status.st_size
            if stat.S_ISDIR(status.st_mode):
                raise IsADirectoryError(path)
            if 0 < size <= documents.HEAD and path.endswith(".json") and not path.endswith(".schema.json"):
                # Thousands of short replies: a file object would cost more than the reading.
                data = os.read(descriptor, size + 1)
                self.progress(len(data))
                report.form, parts = documents.small(data, places)
                self._replies(report, parts)
                return
            with open(descriptor, "rb", buffering=0, closefd=False) as file:
                report.form, parts = documents.read(file, path, size, places, named, self.progress)
                if report.form in ("contract", "schema"):
                    self._own_file(report)
                else:
                    self._replies(report, parts)
        finally:
            os.close(descriptor)

    def _own_file(self, report: FileReport) -> None:
        from pathlib import Path

        from . import own_files

        path = Path(report.path)
        if report.form == "contract":
            found = own_files.check_contract(path, self.binding.known)
        else:
            found = own_files.check_schema(path)
        for problem in found:
            report.add(problem)
        report.checked, report.valid = 1, int(report.ok)

    def _replies(self, report: FileReport, parts: documents.Parts) -> None:
        bound: tuple[str, str | None] | None = None
        if self.options.provider is not None:
            bound = (self.options.provider, None)
        else:
            bound = self.binding.by_path(report.path)
        for part in parts:
            if isinstance(part, Trouble):
                report.add(Problem(part.kind, Severity.ERROR, part.message, part.line, part.entry))
            elif self._wanted(part):
                self._reply(report, part, bound)
            else:
                report.skipped[OTHER_HOSTS] += 1

    def _wanted(self, record: Record) -> bool:
        if not self.options.hosts:
            return True
        return record.host is None or record.host in self.options.hosts

    def _reply(self, report: FileReport, record: Record, bound: tuple[str, str | None] | None) -> None:
        owner = self.binding.by_host(record.host) if record.host is not None else None
        if bound is not None and record.host is not None and not self._may_be(bound[0], owner, record.host):
            report.skipped[OTHER_HOSTS] += 1
            return
        if bound is None and owner is None:
            if record.host is not None:
                report.skipped[OTHER_HOSTS] += 1
            elif not report.counts["no-provider"]:
                report.add(no_provider(record))
            return
        provider, surface = bound or (str(owner), None)
        if not record.recorded:
            report.skipped["no content recorded"] += 1
            return
        checker = self._checkers.get((provider, surface)) or self._checker(provider, surface)
        report.checked += 1
        if has_key_twice(record.body):
            report.add(twice(record))
            return
        detail = not report.problems or report.counts["shape"] < MAX_PROBLEMS
        result = checker.check(record.body, record.status, record.method, record.channel, detail=detail)
        if self._whole(record) and (how := hint(checker, record.body)) is not None:
            report.add(Problem("not-a-capture", Severity.ERROR, how, record.line, record.entry))
            return
        if result.unknown is None:
            place = report.covered if result.sure else report.possible
            place.setdefault(provider, set()).update(result.shows)
            if not result.shape:
                report.valid += 1
                return
        for problem in problems(checker, result, record):
            report.add(problem)
        if result.unknown == "unknown-code" and result.value is not None:
            report.saw_code(result.value)

    def _whole(self, record: Record) -> bool:
        """Whether a value was taken for a reply as it stands, for nothing says that it is one."""
        return (
            record.host is None
            and self.options.places.body is None
            and record.channel == "reply"
            and (record.status is None or self.options.places.status is not None)
        )

    def _may_be(self, provider: str, owner: str | None, host: str) -> bool:
        """Whether a host is the provider's or may stand for it: a recording through a local stand-in, any host where
        the contract knows none, one that the user named. Traffic of others in the same recording may not."""
        if owner is not None:
            return owner == provider
        return not self.binding.contract(provider).hosts or host in self.options.hosts or is_local(host)

    def _checker(self, provider: str, surface: str | None) -> Checker:
        checker = Checker(
            self.binding.contract(provider),
            self.options.strictness,
            surface=surface,
            show_values=self.options.show_values,
        )
        self._checkers[provider, surface] = checker
        return checker
