"""Plain data is what `dataclass` makes of the same class, only defined faster."""

import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from errpact.contracts.plain import changeable, entity, frozen, value


@value
class Held:
    number: int
    words: tuple[str, ...] = ()
    notes: Any = field(default=None, hash=False)
    seen: int = field(default=0, compare=False, repr=False)


@frozen
class Quick:
    number: int
    words: tuple[str, ...] = ()
    notes: Any = field(default=None, hash=False)
    seen: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True)
class Ordinary:
    number: int
    words: tuple[str, ...] = ()
    notes: Any = field(default=None, hash=False)
    seen: int = field(default=0, compare=False, repr=False)


@frozen
class More(Quick):
    rest: int = 0


@frozen
class Empty:
    pass


@frozen
class AsItSays:
    number: int

    def __eq__(self, other: object) -> bool:
        return isinstance(other, AsItSays)

    def __hash__(self) -> int:
        return 7


@entity
class Itself:
    number: int


@changeable
class Counter:
    number: int


CONTENTS = st.tuples(
    st.integers(0, 1), st.tuples(st.sampled_from("ab")), st.sampled_from([None, [], [1]]), st.integers(0, 1)
)


@pytest.mark.parametrize("kind", [Held, Quick])
@given(one=CONTENTS, other=CONTENTS)
def test_objects_are_equal_hashed_and_shown_as_those_of_a_dataclass(kind: Any, one: Any, other: Any) -> None:
    mine, hers, usual, others = kind(*one), kind(*other), Ordinary(*one), Ordinary(*other)
    assert (mine == hers) == (usual == others)
    assert (hash(mine) == hash(hers)) == (hash(usual) == hash(others))
    assert repr(mine) == repr(usual).replace("Ordinary", kind.__name__)
    assert replace(mine, number=5) == kind(5, *one[1:])
    assert pickle.loads(pickle.dumps(mine)) == mine  # noqa: S301 - our own


def test_only_objects_of_the_same_class_are_equal() -> None:
    assert Quick(1) != More(1)
    assert More(1, rest=1) != More(1, rest=2)
    assert Empty() == Empty()
    assert Quick(1) != (1, (), None)


def test_a_class_may_say_itself_when_two_are_equal() -> None:
    assert AsItSays(1) == AsItSays(2)
    assert hash(AsItSays(1)) == 7


def test_a_value_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Held(1).number = 2  # type: ignore[misc]


def test_an_entity_is_equal_to_itself_only() -> None:
    one = Itself(1)
    assert one in [one]
    assert one != Itself(1)
    assert repr(one) == "Itself(number=1)"


def test_what_is_changeable_changes() -> None:
    counter = Counter(1)
    counter.number += 1
    assert counter.number == 2


@pytest.mark.parametrize("kind", [Held, Quick, Itself, Counter])
def test_objects_have_slots(kind: Any) -> None:
    assert {f.name for f in fields(kind)} == set(kind.__slots__)
    assert not hasattr(kind(1), "__dict__")
