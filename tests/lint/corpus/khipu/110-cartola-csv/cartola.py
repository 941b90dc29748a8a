#!/usr/bin/env python3
"""cron: 15 7 * * 1-5  cartola.py cuentas.csv salida/

Baja la cartola del mes de cada cuenta y deja un csv por cuenta más un resumen.csv.
"""
from __future__ import annotations

import csv
import datetime as dt
import os
import pathlib
import sys
import time

from sesion import Falla, SesionKhipu

SE_REPITE = {"RETRY_IMMEDIATELY"}
SE_POSTERGA = {"WAIT_4_HOURS"}
INTENTOS = 3


def que_hacer(falla: Falla) -> str:
    if falla.tipo in SE_REPITE:
        return "repetir"
    if falla.tipo in SE_POSTERGA:
        return "postergar"
    texto = falla.detalle.lower()
    if "clave" in texto or "bloquead" in texto:
        return "avisar_cliente"
    if falla.codigo.startswith("E3"):
        return "sin_datos"
    return "revisar"


class Cartolas:
    def __init__(self, sesion: SesionKhipu, mes: str):
        self.sesion = sesion
        self.mes = mes

    def bajar(self, banco: str, rut: str, clave: str) -> dict:
        for intento in range(1, INTENTOS + 1):
            filas, falla = self.sesion.cartola(banco, rut, clave, self.mes)
            if falla is None:
                return {"estado": "ok", "filas": filas}
            accion = que_hacer(falla)
            if accion != "repetir" or intento == INTENTOS:
                break
            time.sleep(2)
        resumen = {"estado": accion, "filas": [], **falla._asdict()}
        if accion == "postergar":
            resumen["no_antes_de"] = (dt.datetime.now() + dt.timedelta(hours=4)).isoformat()
        return resumen


def escribir(destino: pathlib.Path, filas: list[dict]) -> None:
    columnas = sorted({clave for fila in filas for clave in fila})
    with destino.open("w", newline="", encoding="utf-8") as fh:
        salida = csv.DictWriter(fh, columnas, extrasaction="ignore", delimiter=";")
        salida.writeheader()
        salida.writerows(filas)


def main(cuentas: str, carpeta: str) -> int:
    destino = pathlib.Path(carpeta)
    destino.mkdir(parents=True, exist_ok=True)
    trabajo = Cartolas(SesionKhipu(os.environ["KHIPU_TOKEN"]), dt.date.today().strftime("%Y-%m"))
    resumen = []
    with open(cuentas, newline="", encoding="utf-8") as fh:
        for fila in csv.DictReader(fh, delimiter=";"):
            r = trabajo.bajar(fila["banco"], fila["rut"], fila["clave"])
            if r["filas"]:
                escribir(destino / f"{fila['rut']}.csv", r["filas"])
            resumen.append({"rut": fila["rut"], "cantidad": len(r.pop("filas")), **r})
    escribir(destino / "resumen.csv", resumen)
    return 0 if all(r["estado"] in ("ok", "sin_datos") for r in resumen) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
