class PaymentError(Exception):
    """Raised by every payment provider we use (SynapseFI, Dwolla, checks)."""


class Declined(PaymentError):
    pass


class ProviderDown(PaymentError):
    pass
