"""Numbers used all over the payouts service."""

MAX_ATTEMPTS = 4
FIRST_PAUSE = 2

RETRYABLE_CODES = frozenset({429, 503})
BLOCKED_CODES = frozenset({100, 110, 120, 300})
