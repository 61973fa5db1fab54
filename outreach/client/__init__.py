"""Calls to the web addresses of others on connections that are kept: POST, JSON, small answers.

For what is asked a thousand times a second. It knows no redirects, cookies, packed bodies or
proxies: who needs those takes aiohttp's client.
"""
