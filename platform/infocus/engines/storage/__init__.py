"""Files of any size under random keys: a local folder or an S3 bucket behind one port."""

from infocus.engines.storage.opening import open_storage
from infocus.engines.storage.port import Missing, Storage, StorageError, Stored, TooLarge

__all__ = ["Missing", "Storage", "StorageError", "Stored", "TooLarge", "open_storage"]
