"""What is wrong with one file or one reply, as problems in words."""

from ..schema_generator import Strictness
from .checker import NOT_JSON, Checker, Result
from .model import Problem, Record, Severity


def unreadable(exc: OSError) -> Problem:
    """A file or folder that cannot be read."""
    return Problem("unreadable", Severity.USAGE, f"cannot be read: {exc.strerror or 'no such file'}")


def no_provider(record: Record) -> Problem:
    """Replies that nobody knows the provider of; told of the first."""
    return Problem(
        "no-provider",
        Severity.USAGE,
        "nothing says which provider these replies come from; pass --provider NAME, or bind the path under "
        "[[tool.errpact.client]] in pyproject.toml",
        record.line,
        record.entry,
    )


def twice(record: Record) -> Problem:
    """An object in a body that has a key twice."""
    message = "an object in the body has a key twice, of which each parser takes another"
    return Problem("duplicate-key", Severity.ERROR, message, record.line, record.entry)


def problems(checker: Checker, result: Result, record: Record) -> list[Problem]:
    """A result as problems: what is unknown, then each violation of the shape."""
    contract = checker.contract
    found: list[Problem] = []
    if result.unknown is not None:
        closed = checker.strictness is Strictness.DOCUMENTED
        found.append(
            Problem(
                result.unknown,
                Severity.ERROR if closed else Severity.WARNING,
                _message(result, record),
                record.line,
                record.entry,
                provider=contract.provider,
                nearest=result.nearest,
                found=result.value,
                source=contract.page,
            )
        )
    cases = tuple(c.id for c in result.cases)
    source = str(result.cases[0].source) if result.cases else contract.page
    found.extend(
        Problem(
            "shape",
            Severity.ERROR,
            f"{e.pointer or 'the body'}: expected {e.expected}, found {e.found}",
            record.line,
            record.entry,
            e.pointer,
            contract.provider,
            cases,
            e.expected,
            e.found,
            source=source,
        )
        for e in result.shape
    )
    return found


def _message(result: Result, record: Record) -> str:
    """What is unknown, in words; a value only where it may be shown."""
    value = result.value if result.value is not None else "(a value that is not shown)"
    status = f"HTTP {record.status}" if record.status is not None else "a reply without HTTP status"
    like = f"; nearest: {', '.join(result.nearest)}" if result.nearest else ""
    if result.unknown == "unknown-code":
        return f"code {value} is not documented{like}"
    if result.unknown == "unknown-advice":
        return f"advice {value} is not documented{like}"
    if result.unknown == "unknown-status":
        return f"{status} is not documented for {'a body without a code' if result.value is None else f'code {value}'}"
    what = "that is not JSON" if record.body is NOT_JSON else "at all" if record.body is None else "without a code"
    return f"no body {what} is documented for {status}"
