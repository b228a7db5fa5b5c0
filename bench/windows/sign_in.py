"""The program itself, as a person starts it, but that it ends after its first paint."""

import sys

from bench.windows.ending import EndingApplication
from icarmed import app

if __name__ == "__main__":
    vars(app)["QApplication"] = EndingApplication
    sys.exit(app.main(sys.argv[:1]))
