class KlaviError(Exception):
    """Anything but a complete report. `code` is the provider's number, `note` its text."""

    after_minutes: int | None = None

    def __init__(self, code: int, note: str) -> None:
        super().__init__(f"klavi {code}: {note}")
        self.code = code
        self.note = note


class Registering(KlaviError):
    after_minutes = 30


class Frozen(KlaviError):
    after_minutes = 24 * 60


class BankTrouble(KlaviError):
    """The user may log in later; no time is promised."""


class UserMustAct(KlaviError):
    pass


class OurSetup(KlaviError):
    pass


_GROUPS: list[tuple[type[KlaviError], frozenset[int]]] = [
    (Registering, frozenset({415})),
    (Frozen, frozenset({406, 414})),
    (BankTrouble, frozenset({403, 432})),
    (UserMustAct, frozenset({402, 407, 408, 409, 410, 413, 416, 417, 418, 419, 420, 433, 434, 435})),
    (OurSetup, frozenset({400, 411, 412}) | frozenset(range(501, 506))),
]


def error_for(code: int, note: str) -> KlaviError:
    for cls, members in _GROUPS:
        if code in members:
            return cls(code, note)
    return KlaviError(code, note)
