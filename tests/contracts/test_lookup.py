"""What a name may mean, and what changed between two contracts."""

from __future__ import annotations

import pytest

from errpact.contracts import Contract, UnknownCase, load, parse
from errpact.contracts.difference import compare
from errpact.contracts.lookup import find


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("klavi:open-data:406", ["klavi:open-data:406"]),
        ("open-data:406", ["klavi:open-data:406"]),
        ("klavi:406", ["klavi:open-data:406"]),
        ("415", ["brick:main:415/no-code", "flanks:main:415/no-code", "klavi:open-data:415"]),
        ("synapse:main:10", ["synapse:main:202/10"]),
        ("202/10", ["synapse:main:202/10"]),
        ("404/gateway", ["brick:main:404/gateway"]),
        ("brick:ERRO_INTERNO", ["brick:main:ERRO_INTERNO"]),
        (
            "CONSENTIMENTO_NAO_AUTORIZADO",
            ["brick:main:401/CONSENTIMENTO_NAO_AUTORIZADO", "brick:main:401/CONSENTIMENTO_NAO_AUTORIZADO.2"],
        ),
        (
            "401/CONSENTIMENTO_NAO_AUTORIZADO",
            ["brick:main:401/CONSENTIMENTO_NAO_AUTORIZADO", "brick:main:401/CONSENTIMENTO_NAO_AUTORIZADO.2"],
        ),
        ("brick:429", ["brick:main:429/no-code", "brick:main:429/too-many-sessions"]),
        ("sca_error", ["flanks:main:202/20003", "flanks:main:400/20003"]),
        ("E999+DO_NOT_RETRY", ["khipu:main:E999+DO_NOT_RETRY"]),
    ],
)
def test_a_name_means_cases(contracts: dict[str, Contract], name: str, ids: list[str]) -> None:
    assert [c.id for c in find(name, contracts).cases] == ids


@pytest.mark.parametrize("name", ["E201", "khipu:E201", "E200-E299", "main:E200-E299"])
def test_a_code_in_a_range(contracts: dict[str, Contract], name: str) -> None:
    found = find(name, contracts).cases
    assert {c.code_text for c in found} == {"E200-E299"}
    assert len(found) == 3


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("e201", "E201"),
        ("Khipu e201", "khipu:E201"),
        ("synapse 503", "synapse:503"),
        ("synapse/503", "synapse:503"),
        ("SYNAPSE/503/503", "synapse:503/503"),
        ("synapse 503 503", "synapse:503/503"),
        ("klavi open-data 406", "klavi:open-data:406"),
        ("erro_chamada_api", "ERRO_CHAMADA_API"),
        ("do_not_retry", "DO_NOT_RETRY"),
        ("Klavi", "klavi"),
        ("klavi Open-Data", "klavi:open-data"),
        (" 503 ", "503"),
    ],
)
def test_a_name_as_people_write_it(contracts: dict[str, Contract], name: str, same: str) -> None:
    assert find(name, contracts) == find(same, contracts)


def test_providers_surfaces_and_advices(contracts: dict[str, Contract]) -> None:
    assert find("khipu", contracts).contracts == (contracts["khipu"],)
    assert [(c.provider, s.id) for c, s in find("klavi:open-data", contracts).surfaces] == [("klavi", "open-data")]
    assert [c.provider for c, _ in find("main", contracts).surfaces] == ["brick", "flanks", "khipu", "synapse"]
    found = find("DO_NOT_RETRY", contracts)
    assert [(c.provider, a.value) for c, a in found.advices] == [("khipu", "DO_NOT_RETRY")]
    assert not found.cases, "fourteen cases carry it; the advice says it once"


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("DONT_RETRY", "DO_NOT_RETRY"),
        ("klawi", "klavi"),
        ("brick:main:404/gatewy", "brick:main:404/gateway"),
        ("erro_chamada", "ERRO_CHAMADA_API"),
        ("", None),
        ("::", None),
        ("khipu:", "khipu"),
    ],
)
def test_a_miss_names_the_nearest(contracts: dict[str, Contract], name: str, near: str | None) -> None:
    with pytest.raises(UnknownCase) as caught:
        find(name, contracts)
    assert ("did you mean" in str(caught.value)) is (near is not None)
    assert near is None or near in str(caught.value)


def test_no_difference() -> None:
    assert not compare(load("brick"), load("brick"))


def test_added_removed_changed_renamed(minimal: str) -> None:
    entry = (
        '[[cases]]\ncode = "{}"\nstatus = 400\nkind = "error"\nenvelopes = ["error"]\nmeaning = "M."\nsection = "S"\n'
    )
    old = parse(minimal + entry.format("GONE") + entry.format("SAME") + entry.format("OLD"))
    new = parse(
        minimal.replace(
            'section = "Errors"', 'section = "Errors"\nsteps = [{ wait = { seconds = 5 }, then = "resend" }]'
        )
        + entry.format("SAME")
        + entry.format("NEW")
        + entry.format("OLD").replace('code = "OLD"', 'code = "RENAMED"\naliases = ["acme:main:400/OLD"]')
    )
    found = compare(old, new)
    assert found
    assert found.added == ("acme:main:400/NEW",)
    assert found.removed == ("acme:main:400/GONE",)
    changed, renamed = found.changed
    assert (changed.id, changed.renamed_from) == ("acme:main:400/E1", None)
    fields = {f.field: (f.old, f.new) for f in changed.fields}
    assert fields["policy.verb"] == ("unspecified", "after")
    assert fields["policy.wait"][1] == {
        "seconds": 5.0, "upto": None, "calendar": None, "period": None, "words": None
    }  # fmt: skip
    assert "obligations" not in fields, "they follow from the policy"
    assert (renamed.id, renamed.renamed_from) == ("acme:main:400/RENAMED", "acme:main:400/OLD")
    assert {f.field for f in renamed.fields} == {"code", "aliases"}
