"""Import and export opportunities: as spreadsheet tables or Open Contracting Data (OCDS)."""
