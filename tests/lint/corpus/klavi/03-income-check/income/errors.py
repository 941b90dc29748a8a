from income.codes import KlaviCode


class KlaviFailure(Exception):
    def __init__(self, code: KlaviCode, message: str) -> None:
        super().__init__(f"{code.value} {code.name}: {message}")
        self.code = code
        self.message = message
