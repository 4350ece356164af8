"""Monthly economic indicators (国民经济主要指标): tables as printed, and the figures in them."""

from .indicator import Indicator
from .observation import Measure, Observation
from .table import IndicatorTable

__all__ = ["Indicator", "IndicatorTable", "Measure", "Observation"]
