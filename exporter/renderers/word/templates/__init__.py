"""Fill a user's own Word template."""
