from ._models import Envelope, ErrorInfo


class KhipuApiError(Exception):
    def __init__(self, info: ErrorInfo, operation_id: str | None) -> None:
        super().__init__(f"{info.code}: {info.description}")
        self.info = info
        self.code = info.code
        self.operation_id = operation_id


class TokenRejected(KhipuApiError):
    pass


class GenericFailure(KhipuApiError):
    pass


class LogonFailed(KhipuApiError):
    pass


class ServiceDown(KhipuApiError):
    pass


class NothingThere(KhipuApiError):
    pass


class BadInput(KhipuApiError):
    pass


class PaymentServiceFailed(KhipuApiError):
    pass


class Infrastructure(KhipuApiError):
    pass


BY_GROUP = {
    "A0": TokenRejected,
    "E0": GenericFailure,
    "E1": LogonFailed,
    "E2": ServiceDown,
    "E3": NothingThere,
    "E4": BadInput,
    "E5": PaymentServiceFailed,
    "E9": GenericFailure,
    "I0": Infrastructure,
    "P0": BadInput,
}


def build(envelope: Envelope) -> KhipuApiError:
    info = envelope.error
    group = BY_GROUP[info.code[:2]]
    return group(info, envelope.operation_id)
