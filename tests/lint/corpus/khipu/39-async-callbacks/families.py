from __future__ import annotations

from bisect import bisect_right

_EDGES = (100, 200, 300, 400, 500, 600)
_NAMES = ("other", "logon", "service", "no-data", "parameters", "automatic-payment", "other")

_SINGLE = {
    "A000": "token",
    "D000": "unfinished",
    "E000": "generic",
    "E999": "described",
    "F000": "processing",
    "T000": "timeout",
    "L000": "callback-timeout",
}


def family(code: str) -> str:
    if code in _SINGLE:
        return _SINGLE[code]
    letter, digits = code[:1], code[1:]
    if letter == "E" and digits.isdigit():
        return _NAMES[bisect_right(_EDGES, int(digits))]
    return {"I": "infrastructure", "P": "parameters"}.get(letter, "other")
