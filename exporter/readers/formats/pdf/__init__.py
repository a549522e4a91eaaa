"""Read the text layer of PDFs."""
