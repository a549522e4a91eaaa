"""Keep what every start would work out anew: tables read, patterns compiled."""

from exporter.kept.folder import keep_in, kept, user_folder

__all__ = ["keep_in", "kept", "user_folder"]
