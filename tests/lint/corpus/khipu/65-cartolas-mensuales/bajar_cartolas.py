"""Baja las cartolas de una lista de meses y deja un CSV por mes.

Uso: bajar_cartolas.py ESTADO.json 2024-01 2024-02 ...
Se corre cada hora desde cron; ESTADO.json recuerda lo hecho, lo vacío y lo que hay que dejar quieto un rato.
"""
import csv
import http.client
import json
import os
import sys
import time
from urllib.parse import urlsplit

CUATRO_HORAS = 4 * 3600
SIN_DATOS = ["E%d" % n for n in range(300, 400)]


class CartolaFallida(Exception):
    def __init__(self, mes, error):
        super().__init__("%s: %s %s (%s)" % (mes, error["Code"], error["Description"], error["Type"]))
        self.mes, self.error = mes, error


class Bajador:
    def __init__(self, base_url="https://api.khipu.com", estado=None, carpeta="."):
        partes = urlsplit(base_url)
        self.clase = http.client.HTTPSConnection if partes.scheme == "https" else http.client.HTTPConnection
        self.host = partes.netloc
        self.estado = estado if estado is not None else {"hechos": [], "vacios": {}, "quietos": {}}
        self.carpeta = carpeta

    def _post(self, camino, cuerpo):
        for vez in (1, 2, 3):
            con = self.clase(self.host, timeout=120)
            try:
                con.connect()
            except OSError:
                con.close()
                if vez == 3:
                    raise
                time.sleep(5 * vez)
                continue
            try:
                con.request("POST", camino, json.dumps(cuerpo), {
                    "Content-Type": "application/json",
                    "Authorization": "Bearer " + os.environ.get("KHIPU_TOKEN", ""),
                })
                return json.loads(con.getresponse().read())
            finally:
                con.close()

    def pedir(self, mes):
        cuerpo = {"Username": os.environ.get("RUT", ""), "Password": os.environ.get("CLAVE", ""), "Month": mes}
        intentos = 0
        while True:
            intentos += 1
            doc = self._post("/v1/cl/banks/bancochile.cl/statement", cuerpo)
            if doc["Status"] == "OK":
                return doc["Data"], None
            error = doc["Error"]
            if error["Type"] == "RETRY_IMMEDIATELY" and intentos <= 2:
                continue
            return None, error

    def mes(self, mes):
        if mes in self.estado["hechos"] or mes in self.estado["vacios"]:
            return "visto"
        if time.time() < self.estado["quietos"].get(mes, 0):
            return "quieto"
        datos, error = self.pedir(mes)
        if error is None:
            self.escribir(mes, datos)
            self.estado["hechos"].append(mes)
            self.estado["quietos"].pop(mes, None)
            return "ok"
        if error["Type"] == "WAIT_4_HOURS_BEFORE_RETRY":
            self.estado["quietos"][mes] = time.time() + CUATRO_HORAS
            return "quieto"
        if error["Code"] in SIN_DATOS and error["Type"] == "DO_NOT_RETRY":
            self.estado["vacios"][mes] = error["Code"]
            return "vacio"
        raise CartolaFallida(mes, error)

    def escribir(self, mes, datos):
        with open(os.path.join(self.carpeta, "cartola-%s.csv" % mes), "w", newline="") as f:
            w = csv.writer(f, delimiter=";")
            w.writerow(["fecha", "glosa", "monto"])
            for m in datos["Movements"]:
                w.writerow([m["Date"], m["Description"], m["Amount"]])


def main(argv):
    ruta, meses = argv[1], argv[2:]
    estado = json.load(open(ruta)) if os.path.exists(ruta) else None
    b = Bajador(estado=estado)
    try:
        for mes in meses:
            print(mes, b.mes(mes))
    except CartolaFallida as e:
        print("se detiene:", e, file=sys.stderr)
        return 2
    finally:
        with open(ruta, "w") as f:
            json.dump(b.estado, f, indent=1)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
