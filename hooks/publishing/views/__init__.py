"""One record in one language, ready for a template."""
