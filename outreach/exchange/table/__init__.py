"""Tables of a spreadsheet, in and out."""
