"""Interruptores de funcionalidad leídos del entorno: FF_CARGA_INICIAL=0, etc."""
import os

POR_DEFECTO = {"carga_inicial": True}


def activo(nombre: str) -> bool:
    valor = os.getenv("FF_" + nombre.upper())
    if valor is None:
        return POR_DEFECTO.get(nombre, False)
    return valor.lower() in ("1", "true", "si", "sí")
