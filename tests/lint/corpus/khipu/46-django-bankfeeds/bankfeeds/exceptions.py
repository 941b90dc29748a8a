class FeedError(Exception):
    """Anything Khipu answered with Status=ERROR."""

    def __init__(self, code, kind, description):
        super().__init__("%s (%s): %s" % (code, kind, description))
        self.code = code
        self.kind = kind
        self.description = description

    @classmethod
    def build(cls, error):
        klass = _BY_TYPE.get(error["Type"], FeedError)
        return klass(error["Code"], error["Type"], error["Description"])


class FeedHiccup(FeedError):
    pass


class FeedUnderRepair(FeedError):
    pass


class FeedRejected(FeedError):
    @property
    def needs_new_password(self):
        return self.code.startswith("E1")


_BY_TYPE = {
    "RETRY_IMMEDIATELY": FeedHiccup,
    "WAIT_4_HOURS_BEFORE_RETRY": FeedUnderRepair,
    "DO_NOT_RETRY": FeedRejected,
}
