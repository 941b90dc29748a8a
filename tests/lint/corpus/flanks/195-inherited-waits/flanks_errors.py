"""Errors of the Flanks SDK. A subclass claims its code in the class statement."""
from __future__ import annotations

from typing import Any, ClassVar

import httpx


class FlanksError(Exception):
    code: ClassVar[int | None] = None
    #: seconds after which the SDK sends the request again; None: never
    retry_after: ClassVar[float | None] = None
    _classes: ClassVar[dict[int, type[FlanksError]]] = {}

    def __init_subclass__(cls, *, code: int | None = None, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if code is not None:
            cls.code = code
            FlanksError._classes[code] = cls

    def __init__(self, response: httpx.Response, body: dict[str, Any]) -> None:
        self.response = response
        self.body = body
        super().__init__(f"{response.status_code} {body.get('error_code', '-')}: {body.get('error', '')}")

    @classmethod
    def from_reply(cls, response: httpx.Response, body: dict[str, Any]) -> FlanksError:
        return cls._classes.get(body.get("error_code"), cls)(response, body)


class DataError(FlanksError):
    """About data that Flanks has or hasn't got."""


class Incomplete(DataError, code=20001):
    pass


class Processing(DataError, code=20002):
    retry_after = 15.0


class UnderReview(DataError, code=20003):
    pass


class ConfigurationError(FlanksError, code=40001):
    pass


class BankError(FlanksError, code=50001):
    """The bank can't be reached, or the bank said no."""

    retry_after = 300.0


class BankCredentialsError(BankError, code=50002):
    pass


class ScaRequired(BankError, code=50003):
    pass
