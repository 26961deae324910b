"""Python in the browser runs this file before the first cell; it leaves no name behind."""

import os

here = os.getcwd()
os.chdir("/")  # the files of the course hold the package too, to read
import mgrad._browser  # noqa: E402

mgrad._browser.start()
os.chdir(here)
del os, here, mgrad
