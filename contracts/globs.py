"""Globs of the configuration and of ignore files, as regular expressions on posix paths."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator


def regex(glob: str) -> str:
    """A glob in which `*` stays inside a folder and `**` spans folders."""
    return "".join(_pieces(glob))


def _pieces(glob: str) -> Iterator[str]:
    i = 0
    while i < len(glob):
        char = glob[i]
        if glob.startswith("**/", i) and (i == 0 or glob[i - 1] == "/"):
            yield "(?:.*/)?"
            i += 3
        elif glob.startswith("/**", i) and i + 3 == len(glob):
            yield "/.*"
            i += 3
        elif char == "*":
            yield "[^/]*"
            i += 2 if glob.startswith("**", i) else 1
        elif char == "?":
            yield "[^/]"
            i += 1
        elif char == "[" and (end := glob.find("]", i + 2)) > 0:
            inside = glob[i + 1 : end].replace("\\", "\\\\")
            yield f"[^{inside[1:]}]" if inside[0] in "!^" else f"[{inside}]"
            i = end + 1
        else:
            i += char == "\\" and i + 1 < len(glob)
            yield re.escape(glob[i])
            i += 1


@functools.cache
def compiled(glob: str, below: bool = False) -> re.Pattern[str] | None:
    """The compiled glob, None for one that is malformed. below: it matches what lies in a folder of that name too."""
    try:
        return re.compile(regex(glob) + ("(?:/.*)?" if below else ""))
    except re.error:
        return None


def glob_match(path: str, pattern: str) -> bool:
    """A posix path against a glob. A pattern without `/` matches the name of the file or of any folder of it; one
    with `/` matches from the start, the folder's whole content included."""
    pattern = pattern.removeprefix("./")
    if pattern in ("**", "**/*"):
        return True
    if "/" not in pattern:
        one = compiled(pattern)
        return one is not None and any(one.fullmatch(part) for part in path.split("/"))
    whole = compiled(pattern.rstrip("/"), below=not pattern.endswith("*"))
    return whole is not None and whole.fullmatch(path) is not None
