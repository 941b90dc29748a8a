"""Klavi's numbers, in the words of the lending team."""
from datetime import timedelta

OK = 200

# Usable, but the credit analyst has to know what is missing.
GAPS = {
    201: "customer has to grant a further authorization",
    202: "details of some transactions",
    203: "cpf",
}

REGISTRATION_RUNNING = 415

# Freeze the onboarding for that long, then the customer may come back.
FREEZE = {
    406: timedelta(hours=24),
    414: timedelta(hours=24),
    415: timedelta(minutes=30),
}

# Text keys of the app's bottom sheet.
CUSTOMER_TEXT = {
    402: "check_credentials",
    405: "no_account",
    407: "account_inactive",
    408: "account_blocked",
    409: "wrong_account_type",
    410: "check_format",
    413: "log_out_elsewhere",
    416: "single_device_account",
    417: "external_login",
    418: "not_registered",
    419: "visit_caixa_branch",
    420: "visit_caixa_branch",
    433: "check_password",
    434: "check_mfa",
    435: "enter_mfa",
}

PARTNER_SETUP = frozenset([400, 411, 501, 502, 503, 504, 505, 600, 601, 602, 701, 702, 703, 704, 708])


def as_number(raw):
    """Klavi sends numbers; one proxy of ours once turned them into text."""
    if isinstance(raw, bool):
        return None
    try:
        return int(raw)
    except (TypeError, ValueError):
        return None
