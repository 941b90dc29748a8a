from __future__ import annotations


class BankLinkError(Exception):
    """The bank could not be linked; carries what the API said."""

    def __init__(self, http_code: int, error_code: str, text: str) -> None:
        super().__init__(f"[{http_code}/{error_code}] {text}")
        self.http_code = http_code
        self.error_code = error_code
        self.text = text
