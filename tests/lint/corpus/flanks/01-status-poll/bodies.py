from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Body(BaseModel):
    """Anything Flanks answers on credentials/status: the flags or the error, never all of it."""

    model_config = ConfigDict(extra="allow", frozen=True)

    http: int
    pending: bool | None = None
    created: bool | None = None
    errored: bool | None = None
    error: str | None = None
    error_code: int | None = None
    message: str | None = None

    @property
    def failed(self) -> bool:
        return self.http >= 400 or self.error_code is not None

    @property
    def settled(self) -> bool:
        return self.pending is False and self.created is True


class FlanksError(Exception):
    def __init__(self, body: Body) -> None:
        super().__init__(f"HTTP {body.http} error_code={body.error_code}: {body.error or body.message}")
        self.body = body
        self.error_code = body.error_code


class TicketNeeded(FlanksError):
    pass


class UnderReview(FlanksError):
    """Flanks activates the credentials by itself within one or two days."""


class UserNeeded(FlanksError):
    pass


class StillPending(Exception):
    def __init__(self, body: Body) -> None:
        super().__init__("gave up waiting, the data is still being retrieved")
        self.body = body


BY_CODE: dict[int | None, type[FlanksError]] = {
    20001: TicketNeeded,
    20003: UnderReview,
    50002: UserNeeded,
    50003: UserNeeded,
}
