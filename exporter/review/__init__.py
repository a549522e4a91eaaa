"""Review a document's English in the browser: segments side by side, checked as one types, approved by name."""
