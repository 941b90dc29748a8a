"""Numbers from the SynapseFI error page, collected by hand."""

SUCCESS = 0
ACTION_PENDING = 10

FAILURES = set(
    """
    100 110 120
    200
    300
    400 404 410 429 450 460
    500 503
    """.split()
)
