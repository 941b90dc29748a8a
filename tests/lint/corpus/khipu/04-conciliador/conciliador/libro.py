from collections import namedtuple

Cuenta = namedtuple("Cuenta", "banco usuario clave")

_cuentas, _filas, _fallas = {}, {}, {}


def cuenta(cuenta_id):
    return _cuentas[cuenta_id]


def guardar(cuenta_id, mes, filas):
    _filas[cuenta_id, mes] = filas


def anotar_falla(cuenta_id, mes, codigo, texto):
    _fallas[cuenta_id, mes] = (codigo, texto)


def saldo(cuenta_id, mes):
    return sum(int(f["Amount"]) for f in _filas.get((cuenta_id, mes), ()))
