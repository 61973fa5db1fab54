"""All that there is of one record, in a folder that explains its decision by itself."""
