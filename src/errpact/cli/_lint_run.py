"""One run of `errpact lint`: the command line's paths by project, each linted with its own configuration."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from errpact.contracts.settings import Settings, find, load_settings
from errpact.lint.cache import FOLDER, Cache
from errpact.lint.discover import Request
from errpact.lint.engine import run as lint
from errpact.lint.fixes import Fixed, fix
from errpact.lint.result import Options, Report, combine

from . import _lint_io as io


def lint_all(args: argparse.Namespace) -> Fixed:
    """Lint every project that the paths belong to; with --fix or --diff the report is of the fixed files."""
    done: list[Fixed] = []
    todo = list(_projects(args))
    while todo:
        settings, paths = todo.pop(0)
        fixed = _lint(args, settings, paths)
        done.append(fixed)
        todo += [(load_settings(Path(p)), (Path(p),)) for p in fixed.report.projects]
    report = combine([f.report for f in done])
    return Fixed(
        report=report,
        changed={_from(report, f.report, p): data for f in done for p, data in f.changed.items()},
        original={_from(report, f.report, p): data for f in done for p, data in f.original.items()},
        count=sum(f.count for f in done),
    )


def _from(whole: Report, part: Report, path: str) -> str:
    """A project's path as the combined report names it."""
    return path if whole.root == part.root else os.path.relpath(part.root / path, whole.root).replace(os.sep, "/")


def baseline_file(args: argparse.Namespace) -> Path:
    """Where `--write-baseline` writes: the file given, else the configured one, else a usual name."""
    settings, _ = next(_projects(args))
    configured = settings.root / settings.baseline if settings.baseline else None
    return Path(args.write_baseline) if args.write_baseline else configured or Path(".errpact-baseline.json")


def _projects(args: argparse.Namespace) -> Iterator[tuple[Settings, tuple[Path, ...]]]:
    """The paths by the configuration that is nearest to them."""
    asked = [args.stdin_filename] if args.stdin_filename else args.paths
    paths = [Path(p) for p in asked] or [Path.cwd()]
    if args.config:
        yield load_settings(io.start(paths), Path(args.config)), tuple(paths)
        return
    groups: dict[Path | None, list[Path]] = {}
    files: dict[Path, Path | None] = {}
    for path in paths:
        folder = io.start([path])
        if folder not in files:
            files[folder] = find(folder)
        groups.setdefault(files[folder], []).append(path)
    for file, group in groups.items():
        yield io.rooted(load_settings(io.start(group), file), group), tuple(group)


def _lint(args: argparse.Namespace, settings: Settings, paths: Sequence[Path]) -> Fixed:
    overrides = io.stdin(args.stdin_filename, settings.root)
    request = Request(
        paths=tuple(paths),
        force_exclude=args.force_exclude,
        prefilter=not args.no_prefilter,
        overrides=overrides,
        nested=not args.config,
    )
    options = _options(args, settings)
    cache = Cache(None if args.no_cache or args.stdin_filename else settings.root / FOLDER)

    def again(data: Mapping[str, bytes]) -> Report:
        return lint(replace(request, overrides={**overrides, **data}), settings, options, jobs=args.jobs)

    notify = io.progress if sys.stderr.isatty() else None
    report = lint(request, settings, options, cache=cache, notify=notify, jobs=args.jobs)
    if sys.stderr.isatty():
        io.progress("")
    besides = (*settings.contracts, *(p.parent for p in settings.contracts), *filter(None, (options.baseline,)))
    report = replace(report, inputs=(*report.inputs, *(os.path.abspath(p) for p in besides)))
    return fix(report, again) if args.fix or args.diff else Fixed(report)


def _options(args: argparse.Namespace, settings: Settings) -> Options:
    baseline = args.baseline or (settings.baseline and str(settings.root / settings.baseline))
    return Options(
        select=_rules(args.select),
        ignore=_rules(args.ignore),
        possible=args.possible,
        unresolved=args.show_unresolved,
        baseline=Path(baseline) if baseline and args.write_baseline is None else None,
        since=args.since,
    )


def _rules(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(part.strip() for text in texts for part in text.split(",") if part.strip())
