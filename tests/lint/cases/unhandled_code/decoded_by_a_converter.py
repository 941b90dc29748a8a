# errpact: provider=klavi
"""Bodies that cattrs and dacite make models of: what is asked of the model is asked of the body."""

from dataclasses import dataclass
from typing import Any

import cattrs
import dacite
import requests

URL = "https://api.klavi.ai/data/v1/links/{}/report"
CONVERTER = cattrs.Converter()


@dataclass
class Reply:
    code: int
    message: str = ""
    data: Any = None


class KlaviError(Exception):
    def __init__(self, reply):
        super().__init__(f"{reply.code}: {reply.message}")
        self.code = reply.code
        self.reply = reply


def _body(link):
    return requests.post(URL.format(link), timeout=30).json()


def structured(link):
    reply = cattrs.structure(_body(link), Reply)
    if reply.code != 200:
        raise KlaviError(reply)
    return reply.data


def structured_unseen(link):
    return cattrs.structure(_body(link), Reply).data  # error: EP201  # error: EP202


def converted(link):
    reply = CONVERTER.structure(_body(link), Reply)
    if reply.code != 200:
        raise KlaviError(reply)
    return reply.data


def converted_unseen(link):
    return CONVERTER.structure(_body(link), Reply).data  # error: EP201  # error: EP202


def from_dict(link):
    reply = dacite.from_dict(data_class=Reply, data=_body(link))
    if reply.code != 200:
        raise KlaviError(reply)
    return reply.data


def from_dict_unseen(link):
    return dacite.from_dict(Reply, _body(link)).data  # error: EP201  # error: EP202
