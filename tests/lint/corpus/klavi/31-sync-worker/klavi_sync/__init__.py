from .codes import Kind, Verdict, classify
from .gateway import KlaviGateway, Reply
from .settings import SyncSettings
from .worker import Job, SyncFailure, SyncWorker

__all__ = [
    "Job",
    "Kind",
    "KlaviGateway",
    "Reply",
    "SyncFailure",
    "SyncSettings",
    "SyncWorker",
    "Verdict",
    "classify",
]
