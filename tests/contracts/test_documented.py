"""Every documented code of the five pages, written down by hand from the pages, not from the contracts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from errpact.contracts import Case, CodeRange, Contract, Kind, StatusUnspecified

KLAVI_COMMON = {200, 201, 202, 203, *range(400, 421), *range(429, 436), *range(500, 506)}
KLAVI_UPDATE = {200, 600, 601, 602, 701, 702, 703, 704, 708}
KHIPU_SINGLES = {"A000", "E999", "E000", "D000", "F000", "T000", "L000"}
KHIPU_RANGES = {"E100-E199", "E200-E299", "E300-E399", "E400-E499", "E500-E599", "I001-I003", "P001-P003"}
KHIPU_ADVICES = ("DO_NOT_RETRY", "RETRY_IMMEDIATELY", "WAIT_4_HOURS_BEFORE_RETRY")
BRICK_ROWS = {
    *range(200, 207), *range(300, 305), 307, 400, 401, *range(403, 418), 423, 426, 429, *range(500, 506), 529,
}  # fmt: skip
BRICK_PLACEHOLDERS = {403, *range(406, 418), 426}
BRICK_CODES = {
    400: """CLIENTE_INVALIDO ASSINATURA_INVALIDA DADOS_INVALIDOS CPF_INVALIDO ERRO_FLUXO_DCR ERRO_FLUXO_DCM
        DATA_DE_EXPIRACAO_INVALIDA PERMISSAO_PF_PJ_EM_CONJUNTO PERMISSOES_INVALIDAS CONSENTIMENTO_INVALIDO
        ERRO_CHAMADA_API INSTANCIA_NAO_ENCONTRADA TIMEOUT_CHAMADA_API FALHA_FLUXO_REFRESH_TOKEN
        TIMEOUT_FLUXO_REFRESH_TOKEN""",
    401: """CONSENTIMENTO_NAO_AUTORIZADO invalid_token CONSENTIMENTO_NAO_AUTORIZADO TOKEN_NAO_AUTORIZADO
        TOKEN_INATIVO INSTITUICAO_NAO_ENCONTRADA""",
    404: """INTERACAO_NAO_ENCONTRADA LINK_NAO_ENCONTRADO REFRESH_TOKEN_NAO_ENCONTRADO STATE_NAO_ENCONTRADO
        CONSENTIMENTO_NAO_ENCONTRADO""",
    422: """DATA_PAGAMENTO_INVALIDA PAGAMENTO_DIVERGENTE_CONSENTIMENTO NAO_INFORMADO DETALHE_PAGAMENTO_INVALIDO
        CONSENTIMENTO_PENDENTE_AUTORIZACAO LIMITE_PERIODO_VALOR_EXCEDIDO LIMITE_PERIODO_QUANTIDADE_EXCEDIDO
        CONSENTIMENTO_EM_STATUS_REJEITADO PAGAMENTO_NAO_PERMITE_CANCELAMENTO DATA_EXPIRACAO_INVALIDA
        DEPENDE_MULTIPLA_ALCADA DATA_INVALIDA ERRO_IDEMPOTENCIA OPERACAO_NAO_PERMITIDA_STATUS
        PARAMETRO_NAO_INFORMADO PARAMETRO_INVALIDO VALOR_INVALIDO""",
    423: "LIMITE_OPERACIONAL_EXCEDIDO",
    500: "ERRO_NO_FLUXO_OIDC",
}
SYNAPSE_CODES = {"0", "10", "100", "110", "120", "200", "300", "400", "404", "410", "429", "450", "460", "500", "503"}
SYNAPSE_STATUSES = {200, 202, 400, 401, 402, 404, 409, 429, 500, 503}
SYNAPSE_PAIRS = {
    "bank-login-auth": {(400, "200"), (402, "460"), (402, "500"), (503, "503")},
    "bank-login-sync": {(503, "503"), (400, "410"), (401, "110"), (500, "500")},
}
FLANKS = {
    (200, None), (202, 20003), (400, 20001), (400, 20002), (400, 20003), (400, 40001), (409, 40001), (None, 50001),
    (None, 50002), (None, 50003), (401, None), (405, None), (415, None), (500, None),
}  # fmt: skip


def status_of(case: Case) -> int | None:
    return case.status[0] if isinstance(case.status, tuple) else None


def test_there_are_five(contracts: dict[str, Contract]) -> None:
    assert list(contracts) == ["brick", "flanks", "khipu", "klavi", "synapse"]


@pytest.mark.parametrize(
    ("surface", "codes"), [("open-data", KLAVI_COMMON), ("update-user-data", KLAVI_UPDATE)], ids=str
)
def test_klavi_codes(contracts: dict[str, Contract], surface: str, codes: set[int]) -> None:
    found = [c.code for c in contracts["klavi"].cases if c.surface == surface]
    assert Counter(found) == Counter(codes)


def test_klavi_partial_successes(contracts: dict[str, Contract]) -> None:
    assert [c.code for c in contracts["klavi"].cases if c.kind is Kind.PARTIAL] == [201, 202, 203]


def test_khipu_codes_each_with_each_advice(contracts: dict[str, Contract]) -> None:
    errors = [c for c in contracts["khipu"].cases if c.kind is Kind.ERROR]
    assert {c.code for c in errors if isinstance(c.code, str)} == KHIPU_SINGLES
    assert {c.code.text for c in errors if isinstance(c.code, CodeRange)} == KHIPU_RANGES
    assert Counter((c.code_text, c.advice) for c in errors) == Counter(
        (code, advice) for code in KHIPU_SINGLES | KHIPU_RANGES for advice in KHIPU_ADVICES
    )
    assert [a.value for a in contracts["khipu"].advices] == list(KHIPU_ADVICES)


def test_brick_has_a_case_for_each_of_40_rows(contracts: dict[str, Contract]) -> None:
    rows = [status_of(c) for c in contracts["brick"].cases if c.code is None and c.id.endswith("/no-code")]
    assert len(BRICK_ROWS) == 40
    assert Counter(rows) == Counter(BRICK_ROWS)


def test_brick_codes_by_status(contracts: dict[str, Contract]) -> None:
    coded = Counter((status_of(c), c.code) for c in contracts["brick"].cases if c.code is not None)
    documented = Counter((status, code) for status, codes in BRICK_CODES.items() for code in codes.split())
    assert coded == documented + Counter({(None, "ERRO_INTERNO"): 1})
    assert len(BRICK_PLACEHOLDERS) + sum(documented.values()) + 1 == 60, "the gateway's 404 is the 60th section"


def test_brick_placeholders_are_statuses_without_a_code(contracts: dict[str, Contract]) -> None:
    empty = {"code": "", "title": "", "detail": ""}
    found = {status_of(c) for c in contracts["brick"].cases if any(s.body == empty for s in c.samples)}
    assert found == BRICK_PLACEHOLDERS


def test_synapse_general_codes_and_statuses(contracts: dict[str, Contract]) -> None:
    main = [c for c in contracts["synapse"].cases if c.surface == "main"]
    assert Counter(c.code for c in main if c.code is not None) == Counter(SYNAPSE_CODES)
    assert Counter(status_of(c) for c in main if c.kind is Kind.TRANSPORT) == Counter(SYNAPSE_STATUSES)


@pytest.mark.parametrize("surface", SYNAPSE_PAIRS)
def test_synapse_pairs(contracts: dict[str, Contract], surface: str) -> None:
    pairs = [(status_of(c), c.code) for c in contracts["synapse"].cases if c.surface == surface]
    assert Counter(pairs) == Counter(SYNAPSE_PAIRS[surface])


def test_flanks_codes_and_statuses(contracts: dict[str, Contract]) -> None:
    assert Counter((status_of(c), c.code) for c in contracts["flanks"].cases) == Counter(FLANKS)


def test_golden_cases(contracts: dict[str, Contract], golden: Path) -> None:
    """Ids are stable and policies are facts: a rename, a changed verb or wait, a lost step shows here as a diff."""
    lines = [golden_line(case) for contract in contracts.values() for case in contract.cases]
    assert lines == golden.read_text(encoding="utf-8").splitlines()


def golden_line(case: Case) -> str:
    policy = case.policy
    facts = [case.id, case.kind, policy.verb, policy.basis]
    facts += [f"wait={policy.wait}"] if policy.wait else []
    facts += ["schedule=" + ",".join(f"{s:g}" for s in policy.schedule)] if policy.schedule else []
    facts += ["also=" + ",".join(f"{s:g}" for s in policy.also)] if policy.also else []
    facts += [f"conflict={policy.conflict}"] if policy.conflict else []
    facts += [f"steps={len(policy.steps)}"] if policy.steps else []
    return " ".join(map(str, facts))


def test_every_case_says_where_it_stands(contracts: dict[str, Contract]) -> None:
    for contract in contracts.values():
        for case in contract.cases:
            assert case.source.page == contract.page, case.id
            assert case.source.section, case.id
            assert case.meaning.endswith("."), case.id


def test_ids_are_unique_and_usable_as_node_ids(contracts: dict[str, Contract]) -> None:
    ids = [i for contract in contracts.values() for c in contract.cases for i in (c.id, *c.aliases)]
    assert [i for i, n in Counter(ids).items() if n > 1] == []
    assert [i for i in ids if not i.isascii() or any(ch.isspace() or ch in "[]()" for ch in i)] == []


def test_statuses_that_no_page_names_stay_open(contracts: dict[str, Contract]) -> None:
    """What is left unspecified, and how: a guess would show here."""
    kinds = {
        (contract.provider, case.status)
        for contract in contracts.values()
        for case in contract.cases
        if not isinstance(case.status, tuple)
    }
    assert kinds == {
        ("klavi", StatusUnspecified.UNSPECIFIED),
        ("khipu", StatusUnspecified.UNSPECIFIED),
        ("brick", StatusUnspecified.ERROR),
        ("synapse", StatusUnspecified.ERROR),
        ("flanks", StatusUnspecified.ERROR),
    }


@pytest.fixture
def golden(root: Path) -> Path:
    return root / "tests" / "contracts" / "golden" / "cases.txt"
