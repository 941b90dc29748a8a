"""error_code of Flanks, with the name of the page."""

NAMES = {
    20001: "INCOMPLETE",
    20002: "PROCESSING",
    20003: "SCA_ERROR",
    40001: "CONFIGURATION_ERROR",
    50001: "BANK_ERROR",
    50002: "CREDENTIALS_ERROR",
    50003: "SCA_REQUIRED",
}


def name(code):
    return NAMES.get(code, "code %s" % code)


def bank_side(code):
    """5xxxx comes from the bank."""
    return code // 10000 == 5
