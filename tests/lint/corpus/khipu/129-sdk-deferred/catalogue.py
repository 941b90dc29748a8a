"""Texts for the customer, by language and group of codes."""
from __future__ import annotations

import re

DEFAULT_LANGUAGE = "es"

_GROUPS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"A000"), "auth"),
    (re.compile(r"E1\d\d"), "logon"),
    (re.compile(r"E2\d\d|T000"), "down"),
    (re.compile(r"E3\d\d"), "nodata"),
    (re.compile(r"E4\d\d|P00[1-3]"), "input"),
    (re.compile(r"E5\d\d"), "payment"),
)

_TEXTS = {
    "es": {
        "auth": "No pudimos conectarnos con nuestro proveedor.",
        "logon": "Revise su clave o el estado de su cuenta.",
        "down": "El banco no responde.",
        "nodata": "Aún no hay información para ese período.",
        "input": "Revise los datos ingresados.",
        "payment": "El pago automático no pudo completarse.",
        "other": "Algo salió mal.",
    },
    "en": {
        "auth": "We could not reach our provider.",
        "logon": "Check your password or the state of your account.",
        "down": "The bank does not answer.",
        "other": "Something went wrong.",
    },
}


def text_for(code: str, language: str = DEFAULT_LANGUAGE) -> str:
    group = next((name for pattern, name in _GROUPS if pattern.fullmatch(code)), "other")
    texts = _TEXTS.get(language, _TEXTS[DEFAULT_LANGUAGE])
    return texts.get(group) or texts["other"]
