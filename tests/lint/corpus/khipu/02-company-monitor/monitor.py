import asyncio
import json
import sys

from khipu_api import KhipuApi, KhipuApiError, NoData


async def check(api: KhipuApi, rut: str) -> dict:
    try:
        status = await api.company_status(rut)
    except NoData as exc:
        return {"rut": rut, "found": False, "code": exc.code}
    except KhipuApiError as exc:
        return {"rut": rut, "error": exc.code, "advice": exc.type, "detail": exc.description}
    return {"rut": rut, "found": True, "status": status}


async def main(token: str, ruts: list[str]) -> None:
    api = KhipuApi(token)
    try:
        for result in await asyncio.gather(*(check(api, rut) for rut in ruts)):
            print(json.dumps(result, ensure_ascii=False))
    finally:
        await api.aclose()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2:]))
