from __future__ import annotations

from .models import Failure


class SynapseError(Exception):
    def __init__(self, status: int, failure: Failure) -> None:
        self.status, self.code = failure.pair(status)
        self.text = failure.error.en
        super().__init__(f"{self.status}/{self.code} {self.text}")


class BadLogin(SynapseError):
    pass


class BankWantsUser(SynapseError):
    pass


class NoAchAccount(SynapseError):
    pass


class RelinkNeeded(SynapseError):
    pass


class RefreshUnsupported(SynapseError):
    pass


class RefreshBroken(SynapseError):
    pass


class Maintenance(SynapseError):
    pass


LOGIN: dict[tuple[int, str], type[SynapseError]] = {
    (400, "200"): BadLogin,
    (402, "500"): BankWantsUser,
    (402, "460"): NoAchAccount,
    (503, "503"): Maintenance,
}
SYNC: dict[tuple[int, str], type[SynapseError]] = {
    (400, "410"): RefreshUnsupported,
    (401, "110"): RelinkNeeded,
    (500, "500"): RefreshBroken,
    (503, "503"): Maintenance,
}
