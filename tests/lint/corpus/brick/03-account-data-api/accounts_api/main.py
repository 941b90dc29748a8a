from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse

from .gateway import Gateway
from .problems import BrickError, ConsentNotReady
from .settings import settings

app = FastAPI(title="Account data")


def gateway() -> Gateway:
    return Gateway(settings())


@app.exception_handler(BrickError)
async def on_brick_error(_: Request, exc: BrickError) -> JSONResponse:
    status = 502 if exc.status >= 500 or exc.status in (401, 404) else 422
    return JSONResponse({"code": exc.code, "upstream_status": exc.status, "detail": exc.detail}, status_code=status)


@app.exception_handler(ConsentNotReady)
async def on_not_ready(_: Request, exc: ConsentNotReady) -> JSONResponse:
    return JSONResponse({"code": "CONSENT_" + exc.state, "detail": str(exc)}, status_code=409)


@app.get("/callback")
async def callback(state: str, code: str = "", error: str = "", brick: Gateway = Depends(gateway)):
    if error or not code:
        return JSONResponse({"code": "USER_DECLINED"}, status_code=400)
    return await brick.finish(code, state)


@app.get("/holdings/{consent_id}")
async def holdings(consent_id: str, brick: Gateway = Depends(gateway)):
    await brick.wait_authorised(consent_id)
    found = await brick.holdings(consent_id)
    return {"data": found.data, "not_consented": found.not_consented}
