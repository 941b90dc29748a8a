from __future__ import annotations

import pathlib
import xml.etree.ElementTree as ET
from datetime import date
from typing import Iterator

from .base import Gateway, GatewayError, NothingToFetch

# codes of the bank's own acknowledgement file, nothing to do with http
ACCEPTED = {"0", "A"}


class CamtFolderGateway(Gateway):
    name = "camt"

    def __init__(self, folder: str = "/var/spool/camt", **_):
        self.folder = pathlib.Path(folder)

    def movements(self, day: date) -> Iterator[dict]:
        path = self.folder / f"{day:%Y%m%d}.xml"
        if not path.exists():
            raise NothingToFetch(path)
        root = ET.parse(path).getroot()
        code = root.get("code", "0")
        if code not in ACCEPTED:
            raise GatewayError("acknowledgement %s" % code, code=code)
        for node in root.iter("Ntry"):
            yield {"amount": node.findtext("Amt"), "ref": node.findtext("Ref")}
