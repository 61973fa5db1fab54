"""What is printed or kept: headings, facts and tables become a PDF that an archive takes."""
