"""pixkit: payments by Pix through Brick Bank."""
from .api import PixClient
from .faults import BrickFault

__all__ = ["BrickFault", "PixClient"]
