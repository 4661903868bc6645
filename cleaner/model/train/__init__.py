"""How the weights are made. The library never imports this; it needs the extra `[train]`."""
