# -*- coding: utf-8 -*-
"""Descarga las boletas de honorarios desde el SII (via Khipu) y las deja en un CSV."""
import csv
import sys
from typing import List, NamedTuple

import requests

URL = "https://api.khipu.com"
INTENTOS = 3


class Falla(NamedTuple):
    Code: str
    Type: str
    Description: str


class KhipuFalla(Exception):
    def __init__(self, falla):
        super(KhipuFalla, self).__init__("%s/%s: %s" % falla)
        self.falla = falla


class Boletas(object):
    def __init__(self, token, url=URL):
        self.sesion = requests.Session()
        self.sesion.headers["Authorization"] = "Bearer %s" % token
        self.url = url

    def del_mes(self, rut, clave, anio, mes):
        # type: (str, str, int, int) -> List[dict]
        cuerpo = {"Username": rut, "Password": clave, "Year": anio, "Month": mes}
        falla = None
        for _ in range(INTENTOS):
            doc = self.sesion.post(
                self.url + "/v1/cl/services/sii.cl/fee-receipts", json=cuerpo, timeout=120
            ).json()
            if doc["Status"] == "OK":
                return doc["Data"]["Receipts"]
            falla = Falla(*[doc["Error"][campo] for campo in Falla._fields])
            if falla.Type == "RETRY_IMMEDIATELY":
                continue
            if falla.Code < "E300":
                raise KhipuFalla(falla)
            return []
        raise KhipuFalla(falla)


def main():
    token, rut, clave, anio = sys.argv[1:5]
    boletas = Boletas(token)
    salida = csv.writer(sys.stdout, delimiter=";")
    salida.writerow(["mes", "numero", "emisor", "monto"])
    for mes in range(1, 13):
        for fila in boletas.del_mes(rut, clave, int(anio), mes):
            salida.writerow([mes, fila["Number"], fila["Issuer"], fila["Amount"]])


if __name__ == "__main__":
    main()
