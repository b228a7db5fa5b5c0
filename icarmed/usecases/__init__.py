"""Stories: what a person can ask for; they alone open transactions."""
