class ErrorSynapse(Exception):
    def __init__(self, http_code, error_code, texto):
        super().__init__("%s/%s %s" % (http_code, error_code, texto))
        self.http_code = http_code
        self.error_code = error_code
        self.texto = texto


class AccionPendiente(Exception):
    """El banco pide un paso más (MFA)."""

    def __init__(self, cuerpo):
        super().__init__("falta responder al banco")
        self.cuerpo = cuerpo
