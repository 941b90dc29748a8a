from __future__ import annotations

from typing import Generic, TypeAlias, TypeVar, Union

import attrs

from .codigos import Paso

T = TypeVar("T")


@attrs.frozen
class Ok(Generic[T]):
    valor: T
    completo: bool = True


@attrs.frozen
class Err:
    code: int
    message: str
    paso: Paso


Resultado: TypeAlias = Union[Ok[T], Err]
