"""A package for the same reason as the one around it."""
