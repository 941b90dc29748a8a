import asyncio
import logging
import typing as t

import aiohttp

log = logging.getLogger("movements")

API = "https://api.khipu.com"
MAX_ATTEMPTS = 4


class KhipuError(RuntimeError):
    def __init__(self, code: str, kind: str, text: str):
        super().__init__(f"{code} ({kind}): {text}")
        self.code = code
        self.kind = kind
        self.text = text


class Postponed(KhipuError):
    """Khipu is repairing the scraper, the nightly job picks it up again tomorrow."""


def explain(code: str, text: str) -> str:
    """One line for the back office screen."""
    if code == "A000":
        return "our Khipu token has to be renewed"
    elif code.startswith("E"):
        return f"the bank could not complete the query ({code})"
    elif code == "E999":
        return text
    elif code.startswith(("I", "F", "P")):
        return f"internal problem at Khipu ({code}): {text}"
    return f"{code}: {text}"


class Movements:
    def __init__(self, token: str, base_url: str = API):
        self.url = base_url + "/v1/cl/banks/bancochile.cl/movements"
        self.headers = {"Authorization": f"Bearer {token}"}

    async def fetch(self, rut: str, password: str, month: str) -> t.List[dict]:
        payload = {"Username": rut, "Password": password, "Month": month}
        timeout = aiohttp.ClientTimeout(total=120)
        async with aiohttp.ClientSession(headers=self.headers, timeout=timeout) as session:
            for attempt in range(1, MAX_ATTEMPTS + 1):
                async with session.post(self.url, json=payload) as resp:
                    doc = await resp.json(content_type=None)

                if doc["Status"] == "OK":
                    return doc["Data"]["Movements"]

                err = doc["Error"]
                kind = err["Type"]

                if kind.startswith("WAIT"):
                    raise Postponed(err["Code"], kind, err["Description"])

                if "RETRY" in kind and attempt < MAX_ATTEMPTS:
                    log.info("attempt %d: %s, once more", attempt, err["Code"])
                    await asyncio.sleep(attempt)
                    continue

                raise KhipuError(err["Code"], kind, err["Description"])


async def report(client: Movements, accounts: t.Iterable[t.Tuple[str, str]], month: str) -> dict:
    lines, problems = {}, {}

    async def one(rut, password):
        try:
            lines[rut] = await client.fetch(rut, password, month)
        except KhipuError as exc:
            problems[rut] = (exc.code, explain(exc.code, exc.text))

    await asyncio.gather(*(one(*account) for account in accounts))
    return {"lines": lines, "problems": problems}
