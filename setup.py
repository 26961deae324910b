"""Bring the notebooks into the wheel. The repository has one copy of them, beside the package.

All else is in pyproject.toml. The browser edition builds its wheel without this file, because
there the notebooks are files of the site.
"""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

FOLDERS = ("notebooks", "exercises", "solutions", "translations")
KINDS = ("*.ipynb", "images/*", "*/*.po", "*/questions.json")


class WithTheCourse(build_py):
    def run(self):
        super().run()
        for name in (
            () if self.editable_mode else ("notebooks", "exercises", "solutions", "translations")
        ):
            for file in (f for kind in KINDS for f in Path(name).glob(kind)):
                target = Path(self.build_lib, "mgrad", "_course", file)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, target)


setup(cmdclass={"build_py": WithTheCourse})
