"""The name of the method that handles a kind of node."""

from __future__ import annotations

import re
from functools import cache


@cache
def handler(prefix: str, kind: str) -> str:
    """`x_expr_stmt` for ("x", "ExprStmt")."""
    return f"{prefix}_{re.sub(r'(?<!^)(?=[A-Z])', '_', kind).lower()}"
