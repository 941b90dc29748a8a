class KlaviError(Exception):
    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"{code} {message}")
        self.code = code
        self.message = message


class BankSideError(KlaviError):
    """Something at the bank, not with us."""


class ServiceDown(BankSideError):
    pass


class AccountBlocked(BankSideError):
    pass


class WrongCredentials(KlaviError):
    pass


class NeedsMfa(KlaviError):
    pass


BY_CODE: dict[int, type[KlaviError]] = {
    402: WrongCredentials,
    403: ServiceDown,
    407: AccountBlocked,
    408: AccountBlocked,
    432: ServiceDown,
    433: WrongCredentials,
    434: NeedsMfa,
    435: NeedsMfa,
}
