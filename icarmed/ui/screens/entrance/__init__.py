"""Before anyone is signed in: first run, recovery sheet, restoring, recovery code, who takes over.

Nothing here imports the data base, reportlab or keyring: `VaultDoors` does so when it is asked.
"""
