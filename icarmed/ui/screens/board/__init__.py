"""The permanence: the board, opening and closing a session, arrivals, ending a visit."""
