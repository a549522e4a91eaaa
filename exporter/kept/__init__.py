"""Keep what every start would work out anew: tables read, patterns compiled."""

from exporter.kept.folder import is_keeping, keep_in, kept, user_folder
from exporter.kept.tables import toml

__all__ = ["is_keeping", "keep_in", "kept", "toml", "user_folder"]
