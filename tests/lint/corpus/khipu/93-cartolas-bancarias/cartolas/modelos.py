from typing import Any

from pydantic import BaseModel, Field


class ErrorKhipu(BaseModel):
    codigo: str = Field(alias="Code")
    tipo: str = Field(alias="Type")
    descripcion: str = Field(default="", alias="Description")


class Respuesta(BaseModel):
    operacion: str | None = Field(default=None, alias="OperationId")
    estado: str = Field(alias="Status")
    datos: dict[str, Any] | None = Field(default=None, alias="Data")
    error: ErrorKhipu | None = Field(default=None, alias="Error")


class Cartola(BaseModel):
    movimientos: list[dict[str, Any]] = []
    sin_datos_por: ErrorKhipu | None = None
