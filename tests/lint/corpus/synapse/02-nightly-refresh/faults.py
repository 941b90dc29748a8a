class SynapseFault(Exception):
    registry: dict[tuple[str, str], type["SynapseFault"]] = {}

    def __init_subclass__(cls, pair=None, **kw):
        super().__init_subclass__(**kw)
        if pair:
            SynapseFault.registry[pair] = cls

    def __init__(self, http_code, error_code, message):
        super().__init__(f"{http_code}/{error_code} {message}")
        self.http_code = http_code
        self.error_code = error_code
        self.message = message

    @classmethod
    def parse(cls, body):
        http_code, error_code = str(body["http_code"]), str(body["error_code"])
        text = body["error"]["en"] if isinstance(body.get("error"), dict) else str(body.get("error"))
        kind = cls.registry.get((http_code, error_code), SynapseFault)
        return kind(http_code, error_code, text)


class TemporarilyUnavailable(SynapseFault, pair=("503", "503")):
    pass


class RefreshUnsupported(SynapseFault, pair=("400", "410")):
    pass


class RelinkNeeded(SynapseFault, pair=("401", "110")):
    pass


class RefreshFailed(SynapseFault, pair=("500", "500")):
    pass
