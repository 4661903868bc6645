"""The version: the one place where it is written."""

__version__ = "0.10.0"
