"""Turn formal Chinese documents into Word files, PDFs and bilingual briefs."""
