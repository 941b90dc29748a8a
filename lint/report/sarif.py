"""SARIF 2.1.0, for code scanning: rules with their documentation, stable fingerprints, code flows, fixes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from errpact import __version__

from .. import explain, rules
from ..finding import Finding, Fix, Severity
from ..result import Report, position
from . import View, clean

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVEL: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(report: Report, view: View) -> str:
    """One run. Paths are relative to `%SRCROOT%`, the repository."""
    codes = sorted({f.rule for f in report.findings} | set(rules.registry()))
    tool = {
        "driver": {
            "name": "errpact",
            "version": __version__,
            "semanticVersion": __version__,
            "rules": [_rule(code) for code in codes],
        }
    }
    run = {
        "tool": tool,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The root of the repository."}}},
        "results": [_result(f, codes, report, view) for f in report.findings],
        "invocations": [_invocation(report, view)],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1) + "\n"


def _invocation(report: Report, view: View) -> dict[str, Any]:
    notes: list[dict[str, Any]] = [{"level": "error", "message": {"text": clean(str(e))}} for e in report.errors]
    notes += [
        {
            "level": "warning",
            "message": {"text": f"{clean(o.name)} could not be followed to its end"},
            "locations": [{"physicalLocation": _place(view.path(report.root, o.path), {"startLine": o.line})}],
        }
        for o in report.operations
        if not o.complete
    ]
    return {"executionSuccessful": not report.errors, **({"toolExecutionNotifications": notes} if notes else {})}


def _rule(code: str) -> dict[str, Any]:
    page = explain.page(code)
    text = "\n\n".join(
        [page.why]
        + [f"{title}:\n\n```python\n{block}```" for title, block in (("Bad", page.bad), ("Good", page.good)) if block]
        + ([f"Known misses: {page.misses}"] if page.misses else [])
    )
    return {
        "id": code,
        "name": "".join(part.title() for part in page.name.split("-")),
        "shortDescription": {"text": page.what},
        "fullDescription": {"text": page.why.replace("\n", " ")},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": _LEVEL[Severity(page.severity)]},
        "properties": {"tags": ["error-handling"], "precision": "very-high"},
    }


def _result(finding: Finding, codes: list[str], report: Report, view: View) -> dict[str, Any]:
    message = clean(finding.message) + (f" Help: {_lines(finding.help)}" if finding.help else "")
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": codes.index(finding.rule),
        "level": _LEVEL[finding.severity],
        "message": {"text": message},
        "locations": [{"physicalLocation": _place(view.path(report.root, finding.path), _region(finding))}],
        "partialFingerprints": {"errpact/v1": finding.fingerprint},
        "properties": {
            "certainty": finding.certainty.value,
            "provider": finding.provider,
            "cases": list(finding.cases),
            "codes": list(finding.codes),
        },
    }
    if finding.path_steps:
        result["codeFlows"] = [_flow(finding, report, view)]
    if finding.fix is not None and all(e.path in report.data for e in finding.fix.edits):
        result["fixes"] = [_fix(finding.fix, report.data, report, view)]
    return result


def _lines(text: str) -> str:
    return "\n".join(clean(line) for line in text.splitlines())


def _place(path: str, region: Mapping[str, int]) -> dict[str, Any]:
    # a name that is not UTF-8 keeps its bytes
    uri = quote(path.encode("utf-8", "surrogateescape"))
    artifact = {"uri": f"file://{uri}"} if path.startswith("/") else {"uri": uri, "uriBaseId": "%SRCROOT%"}
    return {"artifactLocation": artifact, "region": dict(region)}


def _region(finding: Finding) -> dict[str, int]:
    region = {"startLine": finding.line, "startColumn": finding.column}
    if finding.end_line is not None and finding.end_line >= finding.line:
        region["endLine"] = finding.end_line
        if finding.end_column is not None:
            region["endColumn"] = finding.end_column
    return region


def _flow(finding: Finding, report: Report, view: View) -> dict[str, Any]:
    steps = [
        {
            "location": {
                "physicalLocation": _place(view.path(report.root, path), {"startLine": line}),
                "message": {"text": clean(text)},
            }
        }
        for path, line, text in finding.path_steps
    ]
    return {"threadFlows": [{"locations": steps}]}


def _fix(fix: Fix, data: Mapping[str, bytes], report: Report, view: View) -> dict[str, Any]:
    changes: dict[str, list[dict[str, Any]]] = {}
    for edit in fix.edits:
        line, column = position(data[edit.path], edit.start)
        end_line, end_column = position(data[edit.path], edit.end)
        region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
        changes.setdefault(edit.path, []).append({"deletedRegion": region, "insertedContent": {"text": edit.text}})
    return {
        "description": {"text": fix.summary},
        "artifactChanges": [
            {
                "artifactLocation": _place(view.path(report.root, path), {})["artifactLocation"],
                "replacements": replacements,
            }
            for path, replacements in changes.items()
        ],
    }
