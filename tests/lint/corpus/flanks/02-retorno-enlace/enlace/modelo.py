from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, IntEnum


class CodigoFlanks(IntEnum):
    INCOMPLETE = 20001
    PROCESSING = 20002
    SCA_ERROR = 20003
    CONFIGURATION_ERROR = 40001
    BANK_ERROR = 50001
    CREDENTIALS_ERROR = 50002
    SCA_REQUIRED = 50003


class Estado(str, Enum):
    ACTIVA = "activa"
    EN_REVISION = "en_revision"


@dataclass(frozen=True, kw_only=True)
class Credencial:
    cliente_id: str
    token: str
    estado: Estado
    revisar_desde: datetime | None = None
