"""Code table, the same JSON that the front end ships."""
from __future__ import annotations

import json
from dataclasses import dataclass

_TABLE = """
{
  "20001": {"name": "INCOMPLETE",          "state": "broken"},
  "20002": {"name": "PROCESSING",          "state": "pending"},
  "20003": {"name": "SCA_ERROR",           "state": "pending"},
  "40001": {"name": "CONFIGURATION_ERROR", "state": "broken"},
  "50001": {"name": "BANK_ERROR",          "state": "later"},
  "50002": {"name": "CREDENTIALS_ERROR",   "state": "ask-user"},
  "50003": {"name": "SCA_REQUIRED",        "state": "ask-user"}
}
"""


@dataclass(frozen=True)
class CodeInfo:
    name: str
    state: str


CODES = {code: CodeInfo(**info) for code, info in json.loads(_TABLE).items()}
