"""Whole applications that talk to a provider and to much else, right as they are: nothing is reported.

Around the provider's client there are OAuth codes, currency and country codes, an application's own `error_code`, error
objects of the same shape from S3 or from the application itself, PostgreSQL's 40001, other banks in the same file, chat
webhooks and printers at configured addresses, all asked again at will. The provider is found by its host alone.

Each application spoilt in one place is reported there: so the silence says something.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from errpact.lint.finding import Severity

from .one_file import analysed, shown

APPS = Path(__file__).resolve().parent / "apps"
EACH = pytest.mark.parametrize("app", sorted(p.name for p in APPS.iterdir() if p.is_dir()))
SPOILT = [
    ("fastapi_wealth", "flanks.py", 'body.get("error_code")', 'body.get("errorCode")', "EP303"),
    ("django_collections", "khipu_client.py", 'elif error.advice != "RETRY_IMMEDIATELY":', "elif False:", "EP101"),
    ("django_collections", "khipu_client.py", "4 * 60 * 60", "4 * 60", "EP102"),
    ("celery_ledger", "synapse.py", 'reply.status != 200 or str(body.get("error_code", "0")) != "0"', "False", "EP206"),
    ("bank_router", "banks.py", 'if str(body["code"]) != "200":', 'if str(body["code"]) == "406":', "EP201"),
    ("desk_tools", "flanks_report.py", "if status != 200:", "if status == 401:", "EP201"),
]


def sources(app: str) -> dict[str, str]:
    """The files of an application, as a project has them."""
    return {
        f"{app}/{path.relative_to(APPS / app).as_posix()}": path.read_text("utf-8")
        for path in sorted((APPS / app).rglob("*.py"))
    }


@EACH
def test_a_right_application_is_silent(app: str) -> None:
    analysis = analysed(sources(app))
    assert analysis.errors == ()
    assert [(f.rule, f.path, f.line) for f in analysis.findings if f.severity is not Severity.INFO] == []
    assert analysis.operations


@pytest.mark.parametrize(("app", "file", "right", "wrong", "rule"), SPOILT)
def test_the_same_spoilt_is_not(app: str, file: str, right: str, wrong: str, rule: str) -> None:
    files = sources(app)
    path = f"{app}/{file}"
    assert right in files[path]
    found = shown({**files, path: files[path].replace(right, wrong)})
    assert rule in {f.rule for f in found}
    assert {f.path for f in found} <= {p for p in files if _concerned(files, p, path)}


def _concerned(files: dict[str, str], path: str, spoilt: str) -> bool:
    """The file itself, and those that use what it has."""
    module = Path(spoilt).stem
    return path == spoilt or f".{module} import" in files[path]


def test_every_application_is_spoilt_somewhere() -> None:
    assert {app for app, *_ in SPOILT} == {p.name for p in APPS.iterdir() if p.is_dir()}
