"""Keep what every start would work out anew: tables read, patterns compiled."""

from exporter.kept.folder import is_keeping, keep_in, kept, user_folder

__all__ = ["is_keeping", "keep_in", "kept", "user_folder"]
