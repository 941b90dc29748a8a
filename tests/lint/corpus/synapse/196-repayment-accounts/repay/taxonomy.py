"""Errors of the account-linking port and the table from SynapseFI's error_code."""
from __future__ import annotations

from collections.abc import Mapping


class LinkingError(Exception):
    """Base: everything that the provider said is kept."""

    def __init__(self, http_code: str, error_code: str, text: str) -> None:
        super().__init__(f"{http_code}/{error_code} {text}")
        self.http_code = http_code
        self.error_code = error_code
        self.text = text


class OurCredentialsRejected(LinkingError):
    pass


class BorrowerMustRelink(LinkingError):
    pass


class BadLinkRequest(LinkingError):
    pass


class NotPermitted(LinkingError):
    pass


class NoUsableAccount(LinkingError):
    pass


BY_ERROR_CODE: Mapping[int, type[LinkingError]] = {
    100: OurCredentialsRejected,
    110: BorrowerMustRelink,
    120: OurCredentialsRejected,
    200: BadLinkRequest,
    300: NotPermitted,
    400: BadLinkRequest,
    410: NotPermitted,
    450: BadLinkRequest,
    460: NoUsableAccount,
}
