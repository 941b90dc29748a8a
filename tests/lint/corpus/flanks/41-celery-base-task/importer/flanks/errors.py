class FlanksError(Exception):
    """Anything Flanks refuses, with the HTTP status and the body it came with."""

    def __init__(self, status, body):
        super().__init__(status, body)
        self.status = status
        self.body = body

    @property
    def code(self):
        return self.body.get("error_code")

    def __str__(self):
        return f"HTTP {self.status} ({self.code}): {self.body.get('error')}"
