"""Reports of validation: text, JSON, SARIF, GitHub annotations, JUnit. None holds a value of a payload that `shown`
did not let through."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from ..contract import Contract
from ..harmless import clean, clean_lines
from ..wording import counted
from .model import KINDS, FileReport, Problem, Severity
from .run import OTHER_HOSTS, Report

VERSION: Final = 1


def render(report: Report, output_format: str = "text") -> str:
    """The report as text of a format: `text`, `json`, `sarif`, `github` or `junit`. Ends with a newline."""
    return FORMATS[output_format](report)


def place(path: str, problem: Problem) -> str:
    """`file:line`, with the entry where there is no line."""
    where = clean(path) if problem.line is None else f"{clean(path)}:{problem.line}"
    return where if problem.entry is None else f"{where} {problem.entry}"


def _level(problem: Problem) -> str:
    return "warning" if problem.severity is Severity.WARNING else "error"


def _text(report: Report) -> str:
    return "\n".join((*_text_files(report), *_text_summary(report))) + "\n"


def _text_files(report: Report) -> Iterator[str]:
    for file in report.files:
        for problem in file.problems:
            yield f"{place(file.path, problem)}: {_level(problem)}: {problem.message} [{problem.kind}]"
            if problem.cases or problem.source:
                yield "    " + " · ".join((*problem.cases[:3], problem.source or ""))
        for kind, count in hidden(file).items():
            yield f"{clean(file.path)}: … and {count} more [{kind}]"
        yield f"{clean(file.path)}: {_verdict(file)}"


def hidden(file: FileReport) -> dict[str, int]:
    """Problems that were counted but not kept, by kind."""
    kept: dict[str, int] = {}
    for problem in file.problems:
        kept[problem.kind] = kept.get(problem.kind, 0) + 1
    return {kind: n - kept.get(kind, 0) for kind, n in file.counts.items() if n > kept.get(kind, 0)}


def _verdict(file: FileReport) -> str:
    if file.form in ("contract", "schema"):
        return f"{file.form}: {'valid' if file.ok else 'not valid'}"
    if file.checked or file.ok:
        parts = [f"{file.form or 'file'}: {file.valid} of {counted(file.checked, 'reply', 'replies')} valid"]
    else:
        parts = [f"{file.form or 'file'}: no reply could be read"]
    parts += [counted(sum(map(len, file.covered.values())), "documented case")] if file.covered else []
    parts += [f"skipped {n} ({why})" for why, n in file.skipped.items()]
    if not file.checked and file.skipped[OTHER_HOSTS]:
        parts.append("nothing checked: name the host with --host")
    return ", ".join(parts)


def _text_summary(report: Report) -> Iterator[str]:
    for contract in report.contracts:
        covered, maybe = report.covered(contract.provider), report.possible(contract.provider)
        documented = report.documented(contract)
        yield ""
        yield f"{contract.provider}: the captures show {len(covered)} of {len(documented)} documented cases"
        yield from (f"    {case}" for case in documented if case in covered)
        possible = [case for case in documented if case in maybe]
        if possible:
            yield f"  and some of these, between which an HTTP status would decide: {', '.join(possible)}"
    errors = sum(f.severities[Severity.ERROR] + f.severities[Severity.USAGE] for f in report.files)
    warnings = sum(f.severities[Severity.WARNING] for f in report.files)
    yield ""
    yield f"{counted(len(report.files), 'file')}, {counted(errors, 'error')}, {counted(warnings, 'warning')}"


def _json(report: Report) -> str:
    data = {
        "version": VERSION,
        "files": [_file(f) for f in report.files],
        "coverage": {c.provider: _coverage(report, c) for c in report.contracts},
        "exit_code": report.exit_code,
    }
    return json.dumps(data, indent=2, ensure_ascii=True) + "\n"


def _coverage(report: Report, contract: Contract) -> dict[str, Any]:
    covered = report.covered(contract.provider)
    return {
        "contract_version": contract.version,
        "covered": sorted(covered),
        "missing": [case for case in report.documented(contract) if case not in covered],
    }


def _file(file: FileReport) -> dict[str, Any]:
    return {
        "path": file.path,
        "form": file.form,
        "ok": file.ok,
        "checked": file.checked,
        "valid": file.valid,
        "problems": [p.as_json() for p in file.problems],
        "counts": dict(file.counts),
        "unknown_codes": dict(file.unknown_codes),
        "covered": {name: sorted(cases) for name, cases in file.covered.items()},
        "possible": {name: sorted(cases) for name, cases in file.possible.items()},
        "skipped": dict(file.skipped),
    }


def _sarif(report: Report) -> str:
    from ... import __version__

    seen: Counter[str] = Counter()
    results = [_sarif_result(f.path, p, seen) for f in report.files for p in f.problems]
    driver = {
        "name": "errpact validate",
        "version": __version__,
        "rules": [{"id": kind, "shortDescription": {"text": text}} for kind, text in KINDS.items()],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    data = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(data, indent=2, ensure_ascii=True) + "\n"


def _sarif_result(path: str, problem: Problem, seen: Counter[str]) -> dict[str, Any]:
    from pathlib import PurePath
    from urllib.parse import quote

    where: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(PurePath(path).as_posix())},
            "region": {"startLine": problem.line or 1},
        }
    }
    name = "".join(filter(None, (problem.entry, problem.pointer)))
    if name:
        where["logicalLocations"] = [{"fullyQualifiedName": name}]
    return {
        "ruleId": problem.kind,
        "level": _level(problem),
        "message": {"text": problem.message},
        "locations": [where],
        "partialFingerprints": {"errpact/v1": _fingerprint(path, problem, seen)},
        "properties": {"cases": list(problem.cases), "provider": problem.provider},
    }


def _fingerprint(path: str, problem: Problem, seen: Counter[str]) -> str:
    """The same while lines and entries move, different for each problem of a run. seen: how often each base came."""
    from hashlib import blake2b

    base = "\0".join((path, problem.kind, problem.pointer or "", problem.message))
    seen[base] += 1
    return blake2b(f"{base}\0{seen[base]}".encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def _github(report: Report) -> str:
    lines = [
        f"::{_level(p)} "
        f"file={_property(f.path)},line={p.line or 1},title={_property(p.kind)}"
        f"::{_data(f'{p.entry}: {p.message}' if p.entry else p.message)}"
        for f in report.files
        for p in f.problems
    ]
    return "".join(f"{line}\n" for line in lines)


def _data(text: str) -> str:
    return clean_lines(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _junit(report: Report) -> str:
    from xml.etree import ElementTree as ET

    suite = ET.Element("testsuite", name="errpact validate", tests=str(len(report.files)))
    suite.set("failures", str(sum(not f.ok for f in report.files)))
    for file in report.files:
        case = ET.SubElement(suite, "testcase", classname="errpact.validate", name=clean_lines(file.path))
        if not file.ok:
            failure = ET.SubElement(case, "failure", message=clean_lines(_verdict(file)))
            failure.text = clean_lines("\n".join(f"{place(file.path, p)}: {p.message}" for p in file.problems))
        elif file.problems:
            out = ET.SubElement(case, "system-out")
            out.text = clean_lines("\n".join(f"{place(file.path, p)}: {p.message}" for p in file.problems))
    root = ET.Element("testsuites")
    root.append(suite)
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


FORMATS: Final[Mapping[str, Callable[[Report], str]]] = {
    "text": _text,
    "json": _json,
    "sarif": _sarif,
    "github": _github,
    "junit": _junit,
}
