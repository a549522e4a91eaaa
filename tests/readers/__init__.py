"""Tests of the readers: laws on any text, real inputs, variants of one document in every format."""
