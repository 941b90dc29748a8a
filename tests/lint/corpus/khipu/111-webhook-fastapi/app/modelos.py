from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_pascal


class Consejo(StrEnum):
    NO_REPETIR = "DO_NOT_RETRY"
    AHORA = "RETRY_IMMEDIATELY"
    CUATRO_HORAS = "WAIT_4_HOURS_BEFORE_RETRY"


class _Khipu(BaseModel):
    model_config = ConfigDict(alias_generator=to_pascal, populate_by_name=True)


class Error(_Khipu):
    code: str
    type: str
    description: str | None = None


class Respuesta(_Khipu):
    operation_id: str
    status: str
    data: dict[str, Any] | None = None
    error: Error | None = None


class KhipuError(Exception):
    def __init__(self, operacion: str, error: Error) -> None:
        super().__init__(f"{error.code} {error.type}: {error.description}")
        self.operacion = operacion
        self.error = error
