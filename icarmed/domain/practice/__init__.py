"""The practice year: invented people and acts drawn from a seed, in the shape of the published year."""
