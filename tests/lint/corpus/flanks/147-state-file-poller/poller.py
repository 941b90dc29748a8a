# Flanks: crea credenciales pendientes y vigila su extraccion.
# cron cada 15 min; todo lo que hay que recordar esta en estado.json
import json
import os
import socket
import sys
import time
from http.client import RemoteDisconnected
from urllib import error, request

API = os.getenv("FLANKS_URL") or "https://api.flanks.io"
DOS_DIAS = 48 * 3600
UNA_HORA = 3600

PROCESSING = 20002
SCA_ERROR = 20003
BANK_ERROR = 50001
CREDENTIALS_ERROR = 50002
SCA_REQUIRED = 50003


class Fallo(Exception):
    def __init__(self, http, cuerpo):
        self.http = http
        self.cuerpo = cuerpo
        self.codigo = cuerpo.get("error_code")
        self.error = cuerpo.get("error")
        super().__init__("HTTP %s codigo %s: %s" % (http, self.codigo, self.error))


class Poller:
    def __init__(self, url=API, bearer="", fichero=None, ahora=time.time):
        self.url = url
        self.bearer = bearer
        self.fichero = fichero
        self.ahora = ahora
        self.estado = {}
        if fichero and os.path.exists(fichero):
            self.estado = json.load(open(fichero))

    def guardar(self):
        if self.fichero:
            with open(self.fichero, "w") as f:
                json.dump(self.estado, f, indent=1)

    def post(self, ruta, datos):
        req = request.Request(self.url + ruta, data=json.dumps(datos).encode(), headers={
            "Authorization": "Bearer " + self.bearer, "Content-Type": "application/json"})
        intentos = 0
        while 1:
            try:
                with request.urlopen(req, timeout=30) as r:
                    d = json.load(r)
                # un 200/202 tambien puede traer error_code
                if isinstance(d, dict) and d.get("error_code"):
                    raise Fallo(r.status, d)
                return d
            except error.HTTPError as e:
                try:
                    cuerpo = json.load(e)
                except ValueError:
                    cuerpo = {}
                raise Fallo(e.code, cuerpo) from None
            except (error.URLError, socket.timeout, RemoteDisconnected):
                intentos += 1
                if intentos > 3:
                    raise
                time.sleep(intentos)

    def canjear(self, cliente, link_code):
        ficha = {"paso": "extraer", "desde": 0}
        try:
            d = self.post("/v0/links/exchange", {"code": link_code})
        except Fallo as f:
            if f.codigo != SCA_ERROR or "credentials_token" not in f.cuerpo:
                raise
            d = f.cuerpo
            ficha = {"paso": "revision", "desde": self.ahora() + DOS_DIAS}
        ficha["token"] = d["credentials_token"]
        self.estado[cliente] = ficha
        return ficha

    def mirar(self, ficha):
        """True cuando los datos ya estan"""
        d = self.post("/v0/credentials/status", {"credentials_token": ficha["token"]})
        if d.get("created") is False:
            return False
        if d.get("errored"):
            ficha["paso"] = "ticket"
            ficha["nota"] = "errored"
            return False
        return True

    def cartera(self, ficha):
        return self.post("/v0/bank/portfolio", {"credentials_token": ficha["token"]})

    def paso(self, cliente):
        ficha = self.estado[cliente]
        if ficha["paso"] not in ("extraer", "revision") or ficha["desde"] > self.ahora():
            return None
        try:
            if self.mirar(ficha):
                datos = self.cartera(ficha)
                ficha["paso"] = "hecho"
                return datos
        except Fallo as f:
            ficha["nota"] = str(f)
            ficha["codigo"] = f.codigo
            if f.codigo == PROCESSING:
                # la proxima pasada del cron vuelve a mirar
                ficha["paso"] = "extraer"
            elif f.codigo == SCA_ERROR:
                ficha["paso"], ficha["desde"] = "revision", self.ahora() + DOS_DIAS
            elif f.codigo == BANK_ERROR:
                ficha["desde"] = self.ahora() + UNA_HORA
            elif f.codigo in (CREDENTIALS_ERROR, SCA_REQUIRED):
                ficha["paso"] = "usuario"
            else:
                # 20001, 40001 y los que vienen sin codigo (401, 405, 415, 500)
                ficha["paso"] = "ticket"
                print("%s: %s" % (cliente, f), file=sys.stderr)
        return None

    def pasada(self):
        salida = {}
        for cliente in list(self.estado):
            datos = self.paso(cliente)
            if datos is not None:
                salida[cliente] = datos
        self.guardar()
        return salida


if __name__ == "__main__":
    p = Poller(bearer=os.environ["FLANKS_BEARER"], fichero="estado.json")
    if len(sys.argv) == 3:
        try:
            print(p.canjear(sys.argv[1], sys.argv[2])["paso"])
        finally:
            p.guardar()
    else:
        for cliente, datos in p.pasada().items():
            with open("cartera_%s.json" % cliente, "w") as out:
                json.dump(datos, out)
    por_paso = {}
    for c, ficha in p.estado.items():
        por_paso.setdefault(ficha["paso"], []).append(c)
    for nombre, clientes in sorted(por_paso.items()):
        print(nombre, len(clientes), ",".join(clientes[:20]))
