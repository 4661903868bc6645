"""Ray Data: `ds.map_batches(RayCleaner, batch_format="pyarrow", fn_constructor_kwargs={...})`."""

from __future__ import annotations

from cleaner.adapters import engine
from cleaner.adapters.arrow import TableCleaner

with engine("ray", "ray[data]"):
    import pyarrow as pa
    import ray  # noqa: F401  # only to say at once that it is missing


class RayCleaner(TableCleaner):
    """What `map_batches` takes; it runs in Ray's actors. `fn_constructor_kwargs` are the arguments of `clean_table`.

    Under `isolate` each batch starts a worker process, which takes about half a second: leave `batch_size` alone, or
    give it a thousand pages.
    """

    def __call__(self, batch: pa.Table) -> pa.Table:
        """Cleans a batch."""
        return self.table(batch)
