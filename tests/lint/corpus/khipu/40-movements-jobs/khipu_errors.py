from enum import Enum


class Advice(str, Enum):
    DO_NOT_RETRY = "DO_NOT_RETRY"
    RETRY_IMMEDIATELY = "RETRY_IMMEDIATELY"
    WAIT_4_HOURS = "WAIT_4_HOURS_BEFORE_RETRY"


class KhipuError(Exception):
    advice = Advice.DO_NOT_RETRY

    def __init__(self, code: str, description: str, operation_id: str | None = None) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.operation_id = operation_id

    @property
    def no_data(self) -> bool:
        return self.code[:2] == "E3"

    @property
    def our_token(self) -> bool:
        return self.code == "A000"

    @classmethod
    def build(cls, document: dict) -> "KhipuError":
        error = document["Error"]
        kind = _BY_ADVICE.get(error["Type"], cls)
        return kind(error["Code"], error["Description"], document.get("OperationId"))


class Hiccup(KhipuError):
    advice = Advice.RETRY_IMMEDIATELY


class UnderRepair(KhipuError):
    advice = Advice.WAIT_4_HOURS


_BY_ADVICE = {
    Advice.RETRY_IMMEDIATELY.value: Hiccup,
    Advice.WAIT_4_HOURS.value: UnderRepair,
}


class BadGateway(Exception):
    """Answer that isn't JSON of the documented shape."""
