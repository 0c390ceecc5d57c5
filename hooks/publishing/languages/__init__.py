"""How to say it: languages, strings, formats, alphabets, translations."""
