"""Write PDFs with WeasyPrint."""
