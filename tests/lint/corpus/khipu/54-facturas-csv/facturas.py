"""Recorre un CSV de clientes y junta sus facturas emitidas en otro CSV.

    python facturas.py clientes.csv 2024-04 salida.csv
"""
import argparse
import csv
import json
import sys
import time
from collections import Counter

import urllib3

BASE = "https://api.khipu.com"
COLUMNAS = ["rut", "folio", "fecha", "neto", "estado", "codigo", "detalle"]
REPETIR, PEDIR_CLAVE, SIN_DATOS, MAS_TARDE, REVISAR = "repetir", "pedir_clave", "sin_datos", "mas_tarde", "revisar"


class Lector:
    def __init__(self, token, base=BASE):
        self.base = base
        self.http = urllib3.PoolManager(
            headers={"Authorization": "Bearer " + token, "Content-Type": "application/json"},
            retries=False,
            timeout=120.0,
        )

    def pedir(self, rut, clave, periodo):
        cuerpo = json.dumps({"Username": rut, "Password": clave, "Period": periodo})
        r = self.http.request("POST", self.base + "/v1/cl/services/sii.cl/issued-invoices", body=cuerpo)
        return json.loads(r.data.decode("utf-8"))


def clasificar(error):
    detalle = (error.get("Description") or "").lower()
    if "clave" in detalle or "contraseña" in detalle or "bloquead" in detalle:
        return PEDIR_CLAVE
    if error["Code"].startswith("E3"):
        return SIN_DATOS
    consejo = error.get("ErrorType")
    if consejo == "RETRY_IMMEDIATELY":
        return REPETIR
    if consejo == "WAIT_4_HOURS_BEFORE_RETRY":
        return MAS_TARDE
    return REVISAR


def filas_de(lector, rut, clave, periodo, repeticiones=2):
    for vuelta in range(repeticiones + 1):
        doc = lector.pedir(rut, clave, periodo)
        if doc["Status"] == "OK":
            for factura in doc["Data"]["Invoices"]:
                yield {
                    "rut": rut,
                    "folio": factura["Number"],
                    "fecha": factura["Date"],
                    "neto": factura["Net"],
                    "estado": "ok",
                }
            return
        estado = clasificar(doc["Error"])
        if estado != REPETIR:
            break
        time.sleep(2)
    yield {"rut": rut, "estado": estado, "codigo": doc["Error"]["Code"], "detalle": doc["Error"]["Description"]}


def procesar(lector, entrada, periodo, salida):
    resumen = Counter()
    escritor = csv.DictWriter(salida, COLUMNAS)
    escritor.writeheader()
    for cliente in csv.DictReader(entrada):
        for fila in filas_de(lector, cliente["rut"], cliente["clave"], periodo):
            resumen[fila["estado"]] += 1
            escritor.writerow(fila)
    return resumen


def main(argv=None):
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("clientes")
    p.add_argument("periodo")
    p.add_argument("salida")
    p.add_argument("--token", required=True)
    a = p.parse_args(argv)
    with open(a.clientes, newline="", encoding="utf-8") as e, open(a.salida, "w", newline="", encoding="utf-8") as s:
        resumen = procesar(Lector(a.token), e, a.periodo, s)
    for estado, cuantos in resumen.most_common():
        print(f"{estado:>12} {cuantos}")
    return 1 if resumen[REVISAR] else 0


if __name__ == "__main__":
    sys.exit(main())
