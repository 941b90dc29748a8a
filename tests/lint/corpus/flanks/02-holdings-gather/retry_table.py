"""How long to leave a credentials token alone after a code; no entry means for good."""
RETRYABLE = {
    20001: None,
    20002: (10, 20, 40, 80, 160),
    20003: None,
    40001: None,
    50001: (120, 600, 1800),
    50002: None,
    50003: None,
}


def pauses(code):
    return iter(RETRYABLE.get(code) or ())
