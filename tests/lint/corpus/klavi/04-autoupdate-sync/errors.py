class UpdateRefused(Exception):
    """Base of every negative answer."""

    registry: dict[int, type["UpdateRefused"]] = {}
    codes: tuple[int, ...] = ()

    def __init_subclass__(cls, codes: tuple[int, ...] = (), **kw):
        super().__init_subclass__(**kw)
        cls.codes = codes
        for code in codes:
            UpdateRefused.registry[code] = cls

    def __init__(self, code: int, message: str):
        super().__init__(f"{code}: {message}")
        self.code, self.message = code, message

    @classmethod
    def of(cls, code: int, message: str) -> "UpdateRefused":
        return cls.registry.get(code, cls)(code, message)


class NoConsent(UpdateRefused, codes=(601,)):
    pass


class BadRequest(UpdateRefused, codes=(600, 602, 708)):
    pass


class PartnerProblem(UpdateRefused, codes=(701, 702, 703, 704)):
    """Concerns us, hence every further customer too."""
