class KhipuFailure(Exception):
    def __init__(self, code, description):
        Exception.__init__(self, code, description)
        self.code = code
        self.description = description

    def __reduce__(self):
        return (type(self), self.args)


class Hiccup(KhipuFailure):
    """Khipu says that the same request may follow at once."""


class UnderRepair(KhipuFailure):
    pass


class Refused(KhipuFailure):
    pass


class NothingThere(Refused):
    """The E3 group: the period has no data (yet)."""


BY_ADVICE = dict(RETRY_IMMEDIATELY=Hiccup, WAIT_4_HOURS_BEFORE_RETRY=UnderRepair)


def build(error):
    kind = BY_ADVICE.get(error["Type"])
    if kind is None:
        kind = NothingThere if error["Code"].startswith("E3") else Refused
    return kind(error["Code"], error["Description"])
