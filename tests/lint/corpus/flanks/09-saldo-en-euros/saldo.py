# -*- coding: utf-8 -*-
"""Saldo total en euros de un cliente (cuentas via Flanks, tipos de cambio via el banco central)."""
from __future__ import print_function

import sys
import time

import requests

CAMBIO = 'https://api.frankfurter.app/latest'
INTENTOS_CAMBIO = 8


class FlanksError(Exception):

    def __init__(self, http, cuerpo):
        self.http = http
        self.codigo = cuerpo.get('error_code')
        self.cuerpo = cuerpo
        Exception.__init__(self, 'Flanks HTTP %s, error_code %s: %s' % (
            http, self.codigo, cuerpo.get('error', cuerpo.get('message'))))


class DatosNoListos(FlanksError):
    pass


class LadoBanco(FlanksError):
    pass


def error_para(http, cuerpo):
    codigo = cuerpo.get('error_code') or 0
    if codigo == 20001:
        return FlanksError(http, cuerpo)
    familia = codigo // 10000
    if familia == 2:
        return DatosNoListos(http, cuerpo)
    if familia == 5:
        return LadoBanco(http, cuerpo)
    return FlanksError(http, cuerpo)


class TipoDeCambio(object):

    def __init__(self, url=CAMBIO):
        self.url = url

    def a_euros(self, divisa):
        if divisa == 'EUR':
            return 1.0
        for intento in range(INTENTOS_CAMBIO):
            r = requests.get(self.url, params={'from': divisa, 'to': 'EUR'}, timeout=10)
            if r.status_code >= 400:
                time.sleep(1)
                continue
            return r.json()['rates']['EUR']
        raise IOError('sin tipo de cambio para %s' % divisa)


class Saldos(object):

    def __init__(self, token, base='https://api.flanks.io', cambio=None):
        self.base = base
        self.cabeceras = {'Authorization': 'Bearer %s' % token}
        self.cambio = cambio or TipoDeCambio()

    def _cuentas(self, credencial):
        r = requests.post('%s/v0/bank/account' % self.base, json={'credentials_token': credencial},
                          headers=self.cabeceras, timeout=60)
        try:
            cuerpo = r.json()
        except ValueError:
            cuerpo = {'error': r.text}
        if r.status_code == 200:
            return cuerpo['accounts']
        raise error_para(r.status_code, cuerpo)

    def total(self, credencial):
        suma = 0.0
        for cuenta in self._cuentas(credencial):
            if cuenta['balance'] is None:      # campo que la entidad no ha dado
                continue
            suma += float(cuenta['balance']) * self.cambio.a_euros(cuenta['currency'])
        return round(suma, 2)


def main(token, credenciales):
    salida = 0
    for credencial in credenciales:
        try:
            print('%s;%.2f' % (credencial, Saldos(token).total(credencial)))
        except DatosNoListos as e:
            print('%s;pendiente;%s' % (credencial, e), file=sys.stderr)
            salida = 75
        except FlanksError as e:
            print('%s;error;%s' % (credencial, e), file=sys.stderr)
            salida = 1
    return salida


if __name__ == '__main__':
    sys.exit(main(sys.argv[1], sys.argv[2:]))
