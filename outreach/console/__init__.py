"""What staff do in a browser: pages under `/werk`, over the rules and reports that stand."""
