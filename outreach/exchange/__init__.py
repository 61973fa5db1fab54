"""Opportunities in and out: tables of a spreadsheet, and the Open
Contracting Data Standard (OCDS).
"""
