from __future__ import annotations


class UpstreamError(Exception):
    code: int | None = None


class FlanksUpstreamError(UpstreamError):
    def __init__(self, status, payload):
        super().__init__("flanks answered %s" % status)
        self.status = status
        self.payload = payload
        self.code = payload.get("error_code")
