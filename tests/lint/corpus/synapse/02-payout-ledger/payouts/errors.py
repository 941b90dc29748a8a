from __future__ import annotations

from typing import ClassVar

from .wire import Answer


class PayoutError(Exception):
    registry: ClassVar[dict[str, type[PayoutError]]] = {}
    codes: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        PayoutError.registry.update(dict.fromkeys(cls.codes, cls))

    def __init__(self, answer: Answer) -> None:
        self.status, self.code = answer.status, answer.code
        self.text = (answer.body.get("error") or {}).get("en", "")
        super().__init__(f"{self.status}/{self.code}: {self.text}")

    @staticmethod
    def of(answer: Answer) -> PayoutError:
        return PayoutError.registry.get(answer.code, PayoutError)(answer)


class Access(PayoutError):
    codes = ("100", "110", "120", "300", "410")


class BadPayout(PayoutError):
    codes = ("200", "400", "404")


class KeyTaken(PayoutError):
    codes = ("450",)


class Overload(PayoutError):
    codes = ("429", "503")


class Failed(PayoutError):
    codes = ("460", "500")
