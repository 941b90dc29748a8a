from __future__ import annotations

from typing import Any


class KlaviError(Exception):
    codes: frozenset[int] = frozenset()
    registry: list[type["KlaviError"]] = []

    def __init_subclass__(cls, codes: tuple[int, ...] = ()) -> None:
        cls.codes = frozenset(codes)
        KlaviError.registry.append(cls)

    def __init__(self, code: int, message: str, data: Any = None) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message
        self.data = data


class PartialResult(KlaviError, codes=(201, 202, 203)):
    pass


class CustomerMustAct(KlaviError, codes=(402, 406, 407, 408, 409, 410, 413, 414, 433, 434, 435)):
    pass


class BankDown(KlaviError, codes=(403, 432)):
    pass


def from_body(body: dict[str, Any]) -> KlaviError:
    code = body["code"]
    kind = next((c for c in KlaviError.registry if code in c.codes), KlaviError)
    return kind(code, body.get("message", ""), body.get("data"))
