# -*- coding: utf-8 -*-
# Descarga certificados de cotizaciones. Corre desde cron cada noche.
import json
import logging
import sys
import time
try:
    from urllib.request import Request, urlopen
    from urllib.error import HTTPError
except ImportError:
    from urllib2 import Request, urlopen, HTTPError

URL = 'https://api.khipu.com'
REINTENTOS = 3

logger = logging.getLogger('previred')


class ErrorKhipu(Exception):
    pass


class Previred(object):

    def __init__(self, token, url=URL):
        self.token = token
        self.url = url

    def _post(self, ruta, datos):
        req = Request('%s%s' % (self.url, ruta), json.dumps(datos).encode('utf-8'))
        req.add_header('Content-Type', 'application/json')
        req.add_header('Authorization', 'Bearer %s' % self.token)
        try:
            crudo = urlopen(req, timeout=90).read()
        except HTTPError as e:
            crudo = e.read()
        return json.loads(crudo.decode('utf-8'))

    def _consultar(self, rut, clave):
        doc = self._post('/v1/cl/services/previred.com/certificate',
                         {'Username': rut, 'Password': clave})
        if doc['Status'] != 'OK':
            raise ErrorKhipu(doc['Error']['Description'])
        return doc['Data']

    def certificado(self, rut, clave):
        n = 0
        while True:
            n += 1
            try:
                return self._consultar(rut, clave)
            except ErrorKhipu as e:
                if 'not available' in str(e) and n < REINTENTOS:
                    logger.info('%s: reintento %d', rut, n)
                    time.sleep(10)
                    continue
                raise


def main(argv):
    cliente = Previred(argv[1])
    fallas = 0
    for linea in sys.stdin:
        rut, clave = linea.rstrip('\n').split(';')
        try:
            print('%s;%s' % (rut, cliente.certificado(rut, clave)['Url']))
        except ErrorKhipu as e:
            fallas += 1
            sys.stderr.write('%s: %s\n' % (rut, e))
    return 1 if fallas else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv))
