from __future__ import annotations


class BrickError(Exception):
    def __init__(self, status: int, code: str | None, title: str, detail: str) -> None:
        super().__init__(f"HTTP {status} {code or '-'}: {title} {detail}".rstrip())
        self.status = status
        self.code = code
        self.title = title
        self.detail = detail


class BrickUnavailable(BrickError):
    """Anything from the 50x family."""


class BrickRejected(BrickError):
    """Anything from the 40x family."""


def build_error(status: int, body: dict) -> BrickError:
    cls = BrickUnavailable if status >= 500 else BrickRejected
    return cls(
        status,
        body.get("code") or body.get("error"),
        body.get("title") or body.get("message", ""),
        body.get("detail") or body.get("error_description", ""),
    )
