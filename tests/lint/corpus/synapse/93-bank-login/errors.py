TEMPORARY = ("500", "503")


class SynapseError(Exception):
    def __init__(self, http_code: int, error_code: str, text: str) -> None:
        super().__init__(f"{http_code}/{error_code} {text}")
        self.http_code = http_code
        self.error_code = error_code
        self.text = text


class UserInput(SynapseError):
    """Bad user name, password, answer or bank."""


class NoUsableAccount(SynapseError):
    pass


def build(http_code: int, body: dict) -> SynapseError:
    error_code = body["error_code"]
    cls = {"200": UserInput, "400": UserInput, "460": NoUsableAccount}.get(error_code, SynapseError)
    return cls(http_code, error_code, body["error"]["en"])


def is_temporary(exc: BaseException) -> bool:
    return isinstance(exc, SynapseError) and exc.error_code in TEMPORARY
