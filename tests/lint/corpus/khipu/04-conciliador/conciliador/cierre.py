"""Cierre de mes: compara el banco con el libro mayor."""
import logging
from dataclasses import dataclass

from . import cliente, libro
from .errores import ErrorKhipu

log = logging.getLogger(__name__)


@dataclass
class Resultado:
    cuenta_id: str
    saldo_banco: int
    saldo_libro: int

    @property
    def diferencia(self) -> int:
        return self.saldo_banco - self.saldo_libro


def _suma_banco(cuenta, mes):
    try:
        filas = cliente.movimientos(cuenta.banco, cuenta.usuario, cuenta.clave, mes)
    except ErrorKhipu:
        log.info("cuenta sin movimientos en %s", mes)
        return 0
    return sum(int(fila["Amount"]) for fila in filas)


def cerrar(cuentas, mes):
    resultados = []
    for cuenta_id in cuentas:
        cuenta = libro.cuenta(cuenta_id)
        resultado = Resultado(cuenta_id, _suma_banco(cuenta, mes), libro.saldo(cuenta_id, mes))
        log.info("%s: diferencia %d", cuenta_id, resultado.diferencia)
        resultados.append(resultado)
    return resultados
