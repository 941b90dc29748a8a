"""`# errpact: ignore[EP101] why` and `# errpact: ignore-file[EP101] why`: which findings they silence, and which of
them silence nothing.

Only real comments count, never strings. A comment belongs to the whole statement that it stands in or, on a line of
its own, above: all lines of a call, the header of a block, a definition with its decorators.
"""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from ..contracts.errors import did_you_mean, nearest
from ..contracts.plain import value
from .finding import Edit, Finding, Fix, Severity
from .result import Silenced

MARKER: Final = re.compile(r"#\s*errpact:\s*([\w-]*)\s*(\[([^\]]*)\]?)?\s*(.*)", re.DOTALL)
OF_OTHERS: Final = re.compile(r"(?:#\s*(?:type|noqa|nosec|pragma|pylint|mypy|pyright|ruff|flake8|fmt|isort)\b[^#]*)*")
"""What other tools are told, before what we are told, in one comment."""
DIRECTIVES: Final = ("ignore", "ignore-file", "provider")
RULE: Final = "EP901"
NAME: Final = "unused-suppression"
_LAYOUT: Final = (tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING, tokenize.ENDMARKER)


@value
class Suppression:
    """One comment. first, last: the lines it covers (0 and a huge number for a file). wrong: what is amiss with the
    comment itself."""

    rules: tuple[str, ...]
    why: str
    line: int
    column: int
    text: str
    first: int
    last: int
    wrong: str = ""

    def covers(self, finding: Finding) -> bool:
        """Whether it silences a finding."""
        return finding.rule in self.rules and self.first <= finding.line <= self.last


def read(data: bytes, known: Callable[[str], str | None]) -> tuple[Suppression, ...]:
    """The suppressions in a file. known: a rule's code or name → its code, None for an unknown one."""
    comments, statements = _layout(data)
    found: list[Suppression] = []
    for token in comments:
        others = OF_OTHERS.match(token.string)
        match = MARKER.match(token.string, others.end() if others is not None else 0)
        if match is None or match[1] == "provider":
            continue
        found.append(_suppression(token, match, statements, known))
    return tuple(found)


def _suppression(
    token: tokenize.TokenInfo,
    match: re.Match[str],
    statements: Sequence[tuple[int, int]],
    known: Callable[[str], str | None],
) -> Suppression:
    ids = [i.strip() for i in (match[3] or "").split(",") if i.strip()]
    unknown = [i for i in ids if known(i) is None]
    wrong = ""
    if match[1] not in DIRECTIVES:
        hint = did_you_mean(nearest(match[1], DIRECTIVES))
        wrong = f"`errpact: {match[1]}` is no directive{hint}"
    elif not ids:
        wrong = f"`errpact: {match[1]}` names no rule; write `# errpact: {match[1]}[EP101] why`"
    elif unknown:
        wrong = f"{', '.join(unknown)} is no rule; `errpact explain rules` lists them"
    line, column = token.start[0], token.start[1] + match.start()
    first, last = (0, 1 << 60) if match[1] == "ignore-file" else _span(token, statements)
    rules = tuple(code for i in ids if (code := known(i)) is not None) if match[1] in DIRECTIVES else ()
    return Suppression(rules, match[4].strip(), line, column + 1, match[0], first, last, wrong)


def _span(token: tokenize.TokenInfo, statements: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The lines of the statement that a comment stands in, or of the next one if it has its line to itself."""
    line = token.start[0]
    for first, last in statements:
        if first <= line <= last:
            return first, last
        if first > line:
            return (first, last) if not token.line[: token.start[1]].strip() else (line, line)
    return line, line


def _layout(data: bytes) -> tuple[list[tokenize.TokenInfo], list[tuple[int, int]]]:
    """The comments of a file and its statements' lines; of a file that can't be read to its end, what can be read."""
    comments: list[tokenize.TokenInfo] = []
    statements: list[tuple[int, int]] = []
    first: int | None = None
    decorated, begins = False, True
    for token in _tokens(data):
        if token.type == tokenize.COMMENT:
            comments.append(token)
        elif token.type == tokenize.NEWLINE and first is not None:
            if not decorated:
                statements.append((first, token.start[0]))
                first = None
            decorated, begins = False, True
        elif token.type not in (*_LAYOUT, tokenize.NEWLINE):
            first = token.start[0] if first is None else first
            # a line that starts with @ is a decorator: the definition below belongs to it
            decorated = decorated or (begins and token.string == "@")
            begins = False
    if first is not None:
        statements.append((first, first))
    return comments, statements


def _tokens(data: bytes) -> Iterator[tokenize.TokenInfo]:
    try:
        yield from tokenize.tokenize(io.BytesIO(data).readline)
    except (tokenize.TokenError, SyntaxError, UnicodeDecodeError):
        return


def apply(
    findings: Iterable[Finding], suppressions: Sequence[Suppression]
) -> tuple[list[Finding], list[Silenced], set[tuple[int, str]]]:
    """The findings of one file that stay, those that are silenced, and which (number of a suppression, rule) did it."""
    stay: list[Finding] = []
    silenced: list[Silenced] = []
    used: set[tuple[int, str]] = set()
    for finding in findings:
        covering = [n for n, s in enumerate(suppressions) if s.covers(finding)]
        used.update((n, finding.rule) for n in covering)
        if covering:
            silenced.append(Silenced(finding, next((w for n in covering if (w := suppressions[n].why)), "")))
        else:
            stay.append(finding)
    return stay, silenced, used


def complaints(
    path: str,
    data: bytes,
    suppressions: Sequence[Suppression],
    used: set[tuple[int, str]],
    *,
    active: Callable[[str], bool],
    require_reason: bool = False,
) -> Iterator[Finding]:
    """EP901 for each suppression that silences nothing, is malformed, or lacks a reason.

    active: whether a rule takes part in this run; what a rule that doesn't would find can't be known.
    """
    for number, item in enumerate(suppressions):
        unused = [r for r in item.rules if (number, r) not in used and active(r)]
        if item.wrong:
            yield _complaint(path, item, f"malformed suppression: {item.wrong}", None)
        if unused:
            whole = len(unused) == len(item.rules) and not item.wrong
            fix = _removal(path, data, item, () if whole else unused)
            yield _complaint(path, item, f"unused suppression: nothing is found here for {', '.join(unused)}", fix)
        elif require_reason and not item.why and not item.wrong:
            yield _complaint(path, item, f"suppression of {', '.join(item.rules)} without a reason", None)


def _complaint(path: str, item: Suppression, message: str, fix: Fix | None) -> Finding:
    reason = "say why after the bracket" if "without" in message else "remove it" if fix else "mend the comment"
    return Finding(
        rule=RULE,
        name=NAME,
        severity=Severity.WARNING,
        path=path,
        line=item.line,
        column=item.column,
        end_line=item.line,
        end_column=item.column + len(item.text),
        message=message,
        help=reason,
        fix=fix,
    )


def _removal(path: str, data: bytes, item: Suppression, unused: Sequence[str]) -> Fix | None:
    """The change that takes a comment away (no `unused` given), or only some of its rules."""
    encoding = _encoding(data)
    lines = data.splitlines(keepends=True)
    raw = lines[item.line - 1]
    start = sum(map(len, lines[: item.line - 1]))
    comment = item.text.encode(encoding)
    at = raw.rfind(comment)
    if at < 0:
        return None
    if unused:
        kept = [r for r in item.rules if r not in unused]
        bracket = re.search(rb"\[[^\]]*\]", comment)
        if bracket is None:
            return None
        edit = Edit(path, start + at + bracket.start(), start + at + bracket.end(), f"[{', '.join(kept)}]")
    elif raw[:at].strip():
        edit = Edit(path, start + len(raw[:at].rstrip()), start + at + len(comment), "")
    else:
        edit = Edit(path, start, start + len(raw), "")
    return Fix("remove the unused suppression", (edit,), safe=True)


def _encoding(data: bytes) -> str:
    try:
        return tokenize.detect_encoding(io.BytesIO(data).readline)[0].replace("-sig", "")
    except SyntaxError:
        return "utf-8"
