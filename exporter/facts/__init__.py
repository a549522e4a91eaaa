"""Find every figure of a document and type it."""
