"""Errors of the Synapse integration."""


class SynapseError(Exception):
    def __init__(self, http_status, error_code, text):
        self.http_status = http_status
        self.error_code = error_code
        self.text = text
        super().__init__("synapse answered %s/%s: %s" % (http_status, error_code, text))


class RelinkRequired(SynapseError):
    """User has to link the bank again with new credentials."""


class RefreshPending(Exception):
    """202: Synapse took the request, the balance comes later."""


class RefreshNotSupported(SynapseError):
    """The bank has no refresh, balances stay as they were when linked."""
