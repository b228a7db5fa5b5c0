"""Lots of vaccine and rapid-test kits that may be used, and adding one (route `stock`: `StockPage`)."""
