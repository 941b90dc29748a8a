from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    klavi_base_url: str = "https://api.klavi.ai"
    klavi_partner_code: str = ""
    klavi_partner_token: str = ""
    klavi_tries: int = 4
    klavi_timeout: float = 20.0

    @classmethod
    def from_env(cls, env: Mapping[str, str] = os.environ) -> Self:
        found = {f.name: type(f.default)(env[f.name.upper()]) for f in fields(cls) if f.name.upper() in env}
        return cls(**found)
