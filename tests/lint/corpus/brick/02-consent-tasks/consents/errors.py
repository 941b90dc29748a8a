class BrickProblem(Exception):
    def __init__(self, status, code, detail):
        super().__init__(status, code, detail)
        self.status, self.code, self.detail = status, code, detail

    def __str__(self):
        return "%s %s (%s)" % (self.status, self.code, self.detail)


class DraftIncomplete(Exception):
    """Ours: the draft misses something, Brick was never called."""

    code = "DRAFT_INCOMPLETE"
