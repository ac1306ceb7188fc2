"""News conventions: what headlines, bylines, datelines, agencies, dates and sign-offs look like.

Knowledge that evidence, filters and fields share. Modules here read text, tables and what was counted in a page's
lines, and know no score and no filter.
"""
