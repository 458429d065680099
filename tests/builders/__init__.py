"""Letters made at test time: as printed text, and from it as PDF, DOCX and HTML."""
