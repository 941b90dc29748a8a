from __future__ import annotations

from collections.abc import Callable
from typing import Any

Body = dict[str, Any]
Rule = tuple[str, Callable[[str], bool]]

RULES: list[Rule] = [
    ("ok", lambda code: code == "0"),
    ("pending", lambda code: code == "10"),
    ("credentials", lambda code: code in ("100", "110", "120")),
    ("request", lambda code: code in ("200", "400", "404")),
    ("permission", lambda code: code in ("300", "411")),
    ("busy", lambda code: code in ("429", "503")),
    ("duplicate", lambda code: code == "450"),
    ("failed", lambda code: code in ("460", "500")),
]


def verdict(body: Body) -> str:
    code = body.get("error_code", "0")
    return next((name for name, matches in RULES if matches(code)), "unexpected")
