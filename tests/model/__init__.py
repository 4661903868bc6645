"""A package, since other rooms have modules of the same names, and so have their tests."""
