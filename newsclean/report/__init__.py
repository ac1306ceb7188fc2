"""Reports: an article or an explanation in, a summary, Markdown or a terminal page out; it decides nothing."""
