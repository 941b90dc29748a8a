# -*- coding: utf-8 -*-


class ErrorFlanks(Exception):

    def __init__(self, http, codigo, texto):
        super(ErrorFlanks, self).__init__("HTTP %s, error_code %s: %s" % (http, codigo, texto))
        self.http = http
        self.codigo = codigo
        self.texto = texto


class TodaviaProcesando(ErrorFlanks):
    pass


class ErrorDivisas(Exception):
    pass
