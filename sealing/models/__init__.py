from sealing.models.manifest import AppendOnlyError, Manifest, SealedFile

__all__ = ["AppendOnlyError", "Manifest", "SealedFile"]
