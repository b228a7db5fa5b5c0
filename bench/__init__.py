"""How fast the program is, as ratios to what this machine allows: `python -m bench` (quality.md "Speed")."""
