#!/usr/bin/env python
# -*- coding: utf-8 -*-
# Consulta de deudas previsionales via Khipu. Corre desde cron, 7:00.
from __future__ import print_function

import json
import sys
import time

try:
    import http.client as httplib
    from urllib.parse import urlsplit
except ImportError:
    import httplib
    from urlparse import urlsplit

KHIPU = 'https://api.khipu.com'
VECES = 3


class Consulta(object):

    def __init__(self, token, url=KHIPU):
        self.token = token
        self.partes = urlsplit(url)

    def _conexion(self):
        if self.partes.scheme == 'https':
            return httplib.HTTPSConnection(self.partes.netloc, timeout=120)
        return httplib.HTTPConnection(self.partes.netloc, timeout=120)

    def _post(self, ruta, datos):
        con = self._conexion()
        try:
            con.request('POST', ruta, json.dumps(datos), {
                'Authorization': 'Bearer %s' % self.token,
                'Content-Type': 'application/json',
            })
            return json.loads(con.getresponse().read().decode('utf-8'))
        finally:
            con.close()

    def deudas(self, rut, clave):
        ruta = '/v1/cl/services/previred.com/debts'
        for vez in range(VECES):
            doc = self._post(ruta, {'Username': rut, 'Password': clave})
            if doc['Status'] == 'OK':
                return doc['Data']['Debts']
            if doc['Error'].get('RetryType') != 'RETRY_IMMEDIATELY':
                break
            time.sleep(2)
        raise IOError('la consulta de deudas de %s no resulto' % rut)


def main(argv):
    token, archivo = argv[1:3]
    consulta = Consulta(token)
    malos = 0
    with open(archivo) as f:
        for linea in f:
            rut, clave = linea.strip().split(';')
            try:
                deudas = consulta.deudas(rut, clave)
            except IOError as e:
                malos += 1
                print('ERROR %s' % e, file=sys.stderr)
                continue
            for d in deudas:
                print('%s;%s;%d' % (rut, d['Entity'], d['Amount']))
    return 1 if malos else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv))
