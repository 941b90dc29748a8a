"""The shapes that a reply's body can take, and the places in them that carry meaning."""

from __future__ import annotations

from .plain import value
from .terms import Scalar, Source


@value
class Property:
    """A place in an envelope's body.

    pointer: JSON Pointer. types: JSON types (`string`, `integer`, `null`…), empty where undocumented. field: the
    field that lives here (`code`, `advice`, `message`, `state`, or `status` for a copy of the HTTP status in the
    body). required: whether every documented body has it. const: values that this envelope always has here.
    reading: the page only suggests it: a pointer that is a column heading, a value that merely stands in an example.
    """

    pointer: str
    types: tuple[str, ...] = ()
    field: str | None = None
    required: bool = True
    const: tuple[Scalar, ...] = ()
    reading: bool = False
    description: str = ""

    @property
    def binding(self) -> tuple[Scalar, ...]:
        """The constants that a body must have here; none where an example alone shows the value."""
        return () if self.reading else self.const


@value
class Envelope:
    """A shape that a reply's body can take. media is `json`, `none` (no body) or `html`.

    open: places that the page does not show may well be there (the page shows no body at all, or a success body).
    """

    id: str
    media: str = "json"
    properties: tuple[Property, ...] = ()
    open: bool = False
    description: str = ""
    source: Source | None = None

    def property_for(self, name: str) -> Property | None:
        """The place of a field in this envelope, or None."""
        return next((p for p in self.properties if p.field == name), None)
