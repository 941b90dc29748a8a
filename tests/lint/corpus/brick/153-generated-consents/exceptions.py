# coding: utf-8

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rest import RESTResponse


class OpenApiException(Exception):
    """The base exception class for all OpenAPIExceptions"""


class ApiException(OpenApiException):
    def __init__(self, status: int = 0, reason: str = "", http_resp: RESTResponse | None = None) -> None:
        if http_resp is not None:
            self.status = http_resp.status
            self.reason = http_resp.reason
            self.body = http_resp.data.decode("utf-8", "replace")
            self.headers = http_resp.response.headers
        else:
            self.status = status
            self.reason = reason
            self.body = None
            self.headers = None
        super().__init__(self.status, self.reason)

    def __str__(self) -> str:
        return f"({self.status})\nReason: {self.reason}\nHTTP response body: {self.body}\n"


class NotFoundException(ApiException):
    pass


class UnauthorizedException(ApiException):
    pass


class ForbiddenException(ApiException):
    pass


class ServiceException(ApiException):
    pass
