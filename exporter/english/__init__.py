"""Render Chinese government language in official English, each word with its status."""
