import asyncio
import logging

import aiohttp

logger = logging.getLogger(__name__)

CONCURRENCY = 5


async def fetch_all(klavi, cpfs):
    """Relatórios de todos os CPFs, cinco de cada vez."""
    gate = asyncio.Semaphore(CONCURRENCY)
    timeout = aiohttp.ClientTimeout(total=60)

    async with aiohttp.ClientSession(timeout=timeout) as session:

        async def one(cpf):
            async with gate:
                return await klavi.report(session, cpf)

        results = await asyncio.gather(*(one(cpf) for cpf in cpfs), return_exceptions=True)

    reports = [r for r in results if not isinstance(r, Exception)]
    logger.info("%d de %d relatórios", len(reports), len(cpfs))
    return reports


def flatten(reports):
    """Uma linha por conta, para a planilha do time de crédito."""
    rows = []
    for report in reports:
        for account in report.data.get("accounts", []):
            rows.append(
                {
                    "cpf": report.cpf,
                    "account": account.get("id"),
                    "balance": account.get("balance"),
                    "missing": ", ".join(report.missing),
                }
            )
    return rows
