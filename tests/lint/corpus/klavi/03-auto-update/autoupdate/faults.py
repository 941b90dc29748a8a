from __future__ import annotations

from collections.abc import Iterable
from typing import Self


class KlaviFault(Exception):
    _classes: dict[int, type[KlaviFault]] = {}

    def __init_subclass__(cls, codes: Iterable[int] = (), **kw: object) -> None:
        super().__init_subclass__(**kw)
        for code in codes:
            KlaviFault._classes[code] = cls

    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"{code} {message}".strip())
        self.code = code

    @classmethod
    def make(cls, code: int, message: str) -> Self:
        return cls._classes.get(code, cls)(code, message)


class UserMustAct(KlaviFault, codes=[402, 406, 407, 408, 409, 410, 413, 416, 417, 418, 419, 420, 433, 434, 435, 601]):
    pass


class BankAway(KlaviFault, codes=[403, 414, 415, 432]):
    pass


class Removed(KlaviFault, codes=[430]):
    pass


class NoAccounts(KlaviFault, codes=[405]):
    pass


class PartnerSetup(KlaviFault, codes=[*range(501, 506), 701, 702, 703, 704]):
    pass


class Busy(KlaviFault, codes=[429]):
    pass
