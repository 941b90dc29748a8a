import enum


class FlanksCode(enum.IntEnum):
    INCOMPLETE = 20001
    PROCESSING = 20002
    SCA_ERROR = 20003
    CONFIGURATION_ERROR = 40001
    BANK_ERROR = 50001
    CREDENTIALS_ERROR = 50002
    SCA_REQUIRED = 50003


class FlanksFault(Exception):
    """`code` is None for the answers that carry only a text (401, 405, 415, 500)."""

    def __init__(self, status: int, body: dict) -> None:
        self.status = status
        self.code: int | None = body.get("error_code")
        self.text: str = body.get("error") or body.get("message") or ""
        super().__init__(f"flanks {status}/{self.code}: {self.text}")


class StillProcessing(FlanksFault):
    pass
