from __future__ import annotations

from typing import Any, ClassVar


class SynapseFault(Exception):
    by_pair: ClassVar[dict[tuple[str, str], type[SynapseFault]]] = {}

    def __init_subclass__(cls, *, pair: tuple[str, str]) -> None:
        SynapseFault.by_pair[pair] = cls

    def __init__(self, http_code: str, error_code: str, text: str) -> None:
        super().__init__(f"{http_code}/{error_code} {text}".rstrip())
        self.http_code, self.error_code, self.text = http_code, error_code, text

    @classmethod
    def of(cls, status: int, body: dict[str, Any]) -> SynapseFault:
        pair = str(status), str(body.get("error_code", ""))
        text = (body.get("error") or {}).get("en", "")
        return cls.by_pair.get(pair, SynapseFault)(*pair, text)


class RefreshDown(SynapseFault, pair=("503", "503")):
    pass


class RefreshUnsupported(SynapseFault, pair=("400", "410")):
    pass


class RelinkNeeded(SynapseFault, pair=("401", "110")):
    pass
