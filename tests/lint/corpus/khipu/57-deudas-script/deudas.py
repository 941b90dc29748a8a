# -*- coding: utf-8 -*-
# Consulta de deuda tributaria, lista por contribuyente.
# uso: deudas.py RUT CLAVE [RUT CLAVE ...]
import json
import os
import sys

import urllib3

URL = os.environ.get('KHIPU_URL', 'https://api.khipu.com')
TOKEN = os.environ.get('KHIPU_TOKEN', '')


class DeudaError(Exception):
    pass


class ClaveMala(DeudaError):
    pass


class SinDatos(DeudaError):
    pass


class Consulta(object):

    def __init__(self, token=TOKEN, url=URL):
        self.pool = urllib3.PoolManager(retries=False)
        self.url = url
        self.token = token

    def _pedir(self, servicio, cuerpo):
        resp = self.pool.request(
            'POST', '%s/v1/cl/services/%s' % (self.url, servicio),
            body=json.dumps(cuerpo).encode('utf-8'),
            headers={'Authorization': 'Bearer %s' % self.token, 'Content-Type': 'application/json'},
            timeout=90.0)
        return json.loads(resp.data.decode('utf-8'))

    def _revisar(self, servicio, resp):
        if resp['Status'] == 'OK':
            return resp['Data']
        grupo = (resp['Error'].get('ErrorCode') or '')[:2]
        if grupo == 'E1':
            raise ClaveMala('%(Code)s %(Type)s: %(Description)s' % resp['Error'])
        if grupo == 'E3':
            raise SinDatos('%(Code)s %(Type)s: %(Description)s' % resp['Error'])
        raise DeudaError('no se pudo consultar %s' % servicio)

    def deudas(self, rut, clave):
        servicio = 'tgr.cl/debts'
        resp = self._pedir(servicio, {'Username': rut, 'Password': clave})
        datos = self._revisar(servicio, resp)
        total = 0
        for fila in datos.get('Debts') or []:
            total += int(fila['Amount'])
        return total


def principal(args):
    consulta = Consulta()
    malos = 0
    for rut, clave in zip(args[0::2], args[1::2]):
        try:
            print('%-12s %12d' % (rut, consulta.deudas(rut, clave)))
        except SinDatos:
            print('%-12s %12s' % (rut, '-'))
        except ClaveMala as exc:
            malos += 1
            sys.stderr.write('%s: revise la clave (%s)\n' % (rut, exc))
        except DeudaError as exc:
            malos += 1
            sys.stderr.write('%s: %s\n' % (rut, exc))
    return malos


if __name__ == '__main__':
    sys.exit(principal(sys.argv[1:]))
