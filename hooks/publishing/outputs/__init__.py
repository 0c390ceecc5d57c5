"""Views as text: pages, sitemaps, headers. Nothing here writes a file."""
