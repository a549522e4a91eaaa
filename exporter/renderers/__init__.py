"""Turn a Document and a Style into bytes, one engine a module."""
