import http.client
import json
from dataclasses import dataclass
from typing import Any, Optional, Tuple
from urllib.parse import urlsplit

from .errs import NIL, Err


@dataclass
class Report:
    id: str
    data: Any
    complete: bool = True
    note: str = ""


@dataclass
class Api:
    scheme: str
    netloc: str
    partner: str
    token: str

    def get_report(self, report_id: str) -> Tuple[Optional[Report], Optional[Err]]:
        doc, err = self._do("GET", f"/data/v1/reports/{report_id}")
        if err is not NIL:
            return None, err
        code = int(doc["code"])
        if code == 200:
            return Report(report_id, doc["data"]), NIL
        if code in (201, 202, 203):
            return Report(report_id, doc.get("data"), complete=False, note=f"{code} {doc['message']}"), NIL
        return None, Err(code, doc["message"])

    def _do(self, method: str, path: str) -> Tuple[Any, Optional[Err]]:
        dial = http.client.HTTPSConnection if self.scheme == "https" else http.client.HTTPConnection
        conn = dial(self.netloc, timeout=20)
        try:
            conn.request(method, path, headers={"X-Partner": self.partner, "Authorization": self.token})
            return json.loads(conn.getresponse().read()), NIL
        except (OSError, http.client.HTTPException, ValueError) as exc:
            return None, Err(0, str(exc))
        finally:
            conn.close()


def new(base_url: str, partner: str, token: str) -> Api:
    parts = urlsplit(base_url)
    return Api(parts.scheme, parts.netloc, partner, token)
