from .errors import AuthError, InputError, KhipuError, LogonError, NoDataError, ServiceError
from .invoices import Invoice, InvoiceSync

__all__ = [
    "AuthError",
    "InputError",
    "Invoice",
    "InvoiceSync",
    "KhipuError",
    "LogonError",
    "NoDataError",
    "ServiceError",
]
