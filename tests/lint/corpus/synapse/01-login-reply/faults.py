from __future__ import annotations

from reply import Reply


class SynapseFault(Exception):
    advice = "look at the code"

    def __init__(self, reply: Reply) -> None:
        super().__init__(f"HTTP {reply.http}, error_code {reply.code}: {reply.text}")
        self.reply = reply
        self.http, self.code = reply.pair


class BadLogin(SynapseFault):
    advice = "ask for user name, password and institution again"


class UserMustVisitBank(SynapseFault):
    advice = "the account is locked or the bank wants something from its owner"


class NoAchAccount(SynapseFault):
    advice = "offer account and routing number instead"


class Maintenance(SynapseFault):
    advice = "offer the login again at another time"


class ClientMisconfigured(SynapseFault):
    advice = "check client id, secret and fingerprint"


class WrongMfa(SynapseFault):
    advice = "the answer does not fit the question"


FAULTS = {
    (400, 200): BadLogin,
    (402, 500): UserMustVisitBank,
    (402, 460): NoAchAccount,
    (503, 503): Maintenance,
    (401, 100): ClientMisconfigured,
    (401, 120): ClientMisconfigured,
    (409, 400): WrongMfa,
}


def fault_of(reply: Reply) -> SynapseFault:
    return FAULTS.get(reply.pair, SynapseFault)(reply)
