"""POST de JSON con la biblioteca estándar; lo usan Flanks y la custodia interna."""
import http.client
import json
from urllib.parse import urlsplit


class Respuesta:
    def __init__(self, estado, cuerpo):
        self.estado = estado
        self.cuerpo = cuerpo

    @property
    def correcta(self):
        return 200 <= self.estado < 300


def publicar(base, ruta, datos, token):
    partes = urlsplit(base)
    clase = http.client.HTTPSConnection if partes.scheme == "https" else http.client.HTTPConnection
    conexion = clase(partes.netloc, timeout=60)
    try:
        conexion.request(
            "POST",
            partes.path.rstrip("/") + ruta,
            body=json.dumps(datos),
            headers={"Content-Type": "application/json", "Authorization": "Bearer " + token},
        )
        respuesta = conexion.getresponse()
        crudo = respuesta.read()
    finally:
        conexion.close()
    try:
        cuerpo = json.loads(crudo)
    except ValueError:
        cuerpo = {"error": crudo.decode("utf-8", "replace")}
    return Respuesta(respuesta.status, cuerpo)
