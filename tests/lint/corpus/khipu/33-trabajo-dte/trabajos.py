"""Trabajos de cola (interfaz al estilo de rq) para los libros de compra y venta."""
from __future__ import annotations

import datetime as dt
import logging
from typing import Any, Protocol

from cliente import ClienteSII
from respuestas import Consejo, FallaKhipu

log = logging.getLogger(__name__)


class Cola(Protocol):
    def enqueue_in(self, espera: dt.timedelta, funcion: Any, *args: Any) -> Any: ...


class Archivo(Protocol):
    def guardar(self, rut: str, periodo: str, estado: str, documentos: list, nota: str | None) -> None: ...


class TrabajoLibros:
    def __init__(self, cliente: ClienteSII, cola: Cola, archivo: Archivo) -> None:
        self.cliente = cliente
        self.cola = cola
        self.archivo = archivo

    def ejecutar(self, rut: str, clave: str, periodo: str, vuelta: int = 0) -> str:
        try:
            libro = self.cliente.libro(rut, clave, periodo)
        except FallaKhipu as falla:
            if falla.consejo is Consejo.CUATRO_HORAS and vuelta == 0:
                espera = dt.timedelta(minutes=self.cliente.ajustes.espera_larga_min)
                self.cola.enqueue_in(espera, self.ejecutar, rut, clave, periodo, vuelta + 1)
                self.archivo.guardar(rut, periodo, "aplazado", [], str(falla))
                return "aplazado"
            log.error("libro %s %s: %s", rut, periodo, falla)
            self.archivo.guardar(rut, periodo, "fallido:" + falla.codigo, [], str(falla))
            raise
        estado = "completo" if libro.vacio_por is None else "sin-datos"
        self.archivo.guardar(rut, periodo, estado, libro.documentos, libro.vacio_por)
        return estado
