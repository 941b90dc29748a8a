"""Consulta de carpetas tributarias por lote. Se ejecuta los sábados y puede demorar todo el día."""
import concurrent.futures
import csv
import json
import time
import urllib.error
import urllib.request

HOST = "https://api.khipu.com"

# cuánto esperar antes de repetir, según lo que aconseja Khipu
PAUSA = {
    "RETRY_IMMEDIATELY": 0,
    "WAIT_4_HOURS_BEFORE_RETRY": 4 * 3600 + 60,
}


class ErrorKhipu(Exception):
    def __init__(self, codigo, tipo, detalle):
        Exception.__init__(self, codigo, tipo, detalle)
        self.codigo, self.tipo, self.detalle = codigo, tipo, detalle


class SinDatos(ErrorKhipu):
    pass


class Lote:
    def __init__(self, token, host=HOST, hilos=4):
        self.token = token
        self.host = host
        self.hilos = hilos

    def _enviar(self, datos):
        req = urllib.request.Request(
            self.host + "/v1/cl/services/sii.cl/tax-folder",
            data=json.dumps(datos).encode(),
            headers={"Authorization": "Bearer " + self.token, "Content-Type": "application/json"},
        )
        try:
            return json.load(urllib.request.urlopen(req, timeout=180))
        except urllib.error.HTTPError as e:
            return json.load(e)

    def carpeta(self, datos, quedan=2):
        doc = self._enviar(datos)
        if doc["Status"] == "OK":
            return doc["Data"]
        err = doc["Error"]
        clase = SinDatos if "E300" <= err["Code"] <= "E399" else ErrorKhipu
        try:
            pausa = PAUSA[err["Type"]]
        except KeyError:
            quedan = 0
        if not quedan:
            raise clase(err["Code"], err["Type"], err["Description"])
        time.sleep(pausa)
        return self.carpeta(datos, quedan - 1)

    def todas(self, clientes, informe):
        carpetas = {}
        with concurrent.futures.ThreadPoolExecutor(self.hilos) as pool, open(informe, "w", newline="") as f:
            salida = csv.writer(f)
            futuros = {pool.submit(self.carpeta, c): c["Username"] for c in clientes}
            for futuro in concurrent.futures.as_completed(futuros):
                rut = futuros[futuro]
                error = futuro.exception()
                if error is None:
                    carpetas[rut] = futuro.result()
                elif isinstance(error, SinDatos):
                    carpetas[rut] = None
                elif isinstance(error, ErrorKhipu):
                    salida.writerow([rut, error.codigo, error.tipo, error.detalle])
                else:
                    raise error
        return carpetas
