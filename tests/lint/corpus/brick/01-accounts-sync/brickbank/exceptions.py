class BrickBankError(Exception):
    """Any answer of Brick Bank that is not a success."""

    def __init__(self, status_code, code=None, title=None, detail=None):
        self.status_code = status_code
        self.code = code
        self.title = title
        self.detail = detail
        super().__init__(f"HTTP {status_code} {code or '-'}: {detail or title or ''}")


class BrickBankUnavailable(BrickBankError):
    pass
