from __future__ import annotations


class FlanksFailure(Exception):
    def __init__(self, http_status: int, error: str, error_code: int | None = None) -> None:
        super().__init__(error)
        self.http_status = http_status
        self.error = error
        self.error_code = error_code

    @property
    def passing(self) -> bool:
        return self.error_code is not None and self.error_code // 10_000 in (2, 5)


class UnderReview(FlanksFailure):
    """Flanks is looking at the credentials; nothing to do for a day or two."""

    passing = False
