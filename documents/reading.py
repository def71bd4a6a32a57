"""The pages of a paper as headings, paragraphs and lists a browser can show."""
