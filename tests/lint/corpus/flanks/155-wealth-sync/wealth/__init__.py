from wealth.resources import Flanks

__all__ = ["Flanks"]
