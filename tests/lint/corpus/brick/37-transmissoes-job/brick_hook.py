# -*- coding: utf-8 -*-
import json
import logging
import time
import urllib.error
import urllib.request

log = logging.getLogger("brick.hook")


class BrickError(Exception):
    def __init__(self, status, code, detail):
        Exception.__init__(self, "%s [%s] %s" % (code, status, detail))
        self.status = status
        self.code = code
        self.detail = detail


class BrickHook(object):
    """Thin HTTP hook in the manner of the Airflow ones."""

    def __init__(self, settings):
        self.settings = settings

    def _open(self, path):
        req = urllib.request.Request(
            "%s%s" % (self.settings.URL, path),
            headers={"Authorization": "Bearer %s" % self.settings.TOKEN},
        )
        resp = urllib.request.urlopen(req, timeout=self.settings.SOCKET_TIMEOUT)
        try:
            return json.loads(resp.read().decode("utf-8"))
        finally:
            resp.close()

    def get(self, path):
        wait = self.settings.FIRST_WAIT
        for attempt in range(self.settings.MAX_RETRIES + 1):
            try:
                return self._open(path)
            except urllib.error.HTTPError as err:
                if err.code >= 500 and attempt < self.settings.MAX_RETRIES:
                    log.warning("brick answered %d, next try in %ds", err.code, wait)
                    time.sleep(wait)
                    wait = wait * 2
                    continue
                raise self._to_error(err)

    def _to_error(self, err):
        raw = err.read().decode("utf-8", "replace")
        if err.code >= 500:
            return BrickError(err.code, "HTTP_%d" % err.code, raw[:300])
        body = json.loads(raw)
        return BrickError(err.code, body["code"], body["detail"])
