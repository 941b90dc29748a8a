"""Exception tree of the Brick Bank integration."""


class BrickError(Exception):
    """Anything that isn't a finished operation. `code` is None when the gateway answered in another shape."""

    def __init__(self, status, code=None, title="", detail="", raw=""):
        Exception.__init__(self, "brick %s/%s: %s" % (status, code or "-", title or detail or raw[:120]))
        self.status = status
        self.code = code
        self.title = title
        self.detail = detail
        self.raw = raw


class RequestRejected(BrickError):
    """4xx: our payload, our token or the consent. Somebody has to change something first."""


class ConsentPending(RequestRejected):
    """The other holders of the account haven't approved yet."""


class QuotaUsedUp(RequestRejected):
    """423: monthly operational limit; nothing to do before the next counting period."""


class ServerTrouble(BrickError):
    """50x."""


class NeedsTicket(BrickError):
    """A 500 whose remedy is a ticket with the other institution."""


class NotFinished(BrickError):
    """2xx, but not the finished result that was asked for (202, 206...)."""
