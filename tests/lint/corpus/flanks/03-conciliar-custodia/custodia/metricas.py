from collections import Counter


class Metricas(Counter):
    def suma(self, nombre: str, etiqueta: str = "") -> None:
        self[f"custodia.{nombre}" + (f".{etiqueta}" if etiqueta else "")] += 1
