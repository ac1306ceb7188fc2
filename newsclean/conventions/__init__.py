"""News conventions: what bylines, datelines, agencies, dates and sign-offs look like; text in, parsed values out.

Knowledge that filters and fields share. Modules here read text and tables, and know no page, evidence or filter.
"""
