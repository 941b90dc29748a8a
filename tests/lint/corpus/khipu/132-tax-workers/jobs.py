from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass
class FolderJob:
    rut: str
    password: str = field(repr=False)
    year: int = 2024
    tries: int = 0


@dataclass
class Summary:
    folders: dict[str, dict[str, Any]] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)


class KhipuError(Exception):
    def __init__(self, code: str, kind: str, description: str) -> None:
        super().__init__(f"{code}: {description}")
        self.code = code
        self.kind = kind
        self.description = description

    @property
    def is_login(self) -> bool:
        return self.code == "A000" or self.code.startswith("E1")
