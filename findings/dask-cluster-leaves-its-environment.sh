#!/bin/sh
# distributed 2026.8.0: a LocalCluster that is closed leaves its workers' settings in the caller.
#
# A worker process is to have one thread for linear algebra and a fixed seed for hashes. They are
# written into os.environ of the process that asks for the cluster, because a worker inherits it
# when it starts, and they stay after the cluster is closed. The process itself computes on as many
# threads as before; each program that it starts later has one thread, and its sets another order.
# A value that the user had set himself, here PYTHONHASHSEED=0, is replaced.
# In the course: mgrad grade puts the environment back.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check distributed==2026.8.0
cat >program.py <<'PYTHON'
import os
import subprocess
import sys
from importlib.metadata import version

from distributed import Client, LocalCluster

NAMES = ["OMP_NUM_THREADS", "PYTHONHASHSEED"]
SAY = f"import os; print(*(os.environ.get(name) for name in {NAMES}))"


def started_program():
    return subprocess.check_output([sys.executable, "-c", SAY], text=True).strip()


if __name__ == "__main__":
    print("distributed", version("distributed"), *NAMES)
    before = started_program()
    with LocalCluster(n_workers=1, dashboard_address=None) as cluster, Client(cluster) as client:
        assert client.submit(sum, [1, 2]).result() == 3
    after = started_program()
    print("before the cluster: ", before)
    print("after it was closed:", after)
    assert (before, after) == ("None 0", "1 6640"), "the environment is put back now"
    print("As described.")
PYTHON
env -u OMP_NUM_THREADS PYTHONHASHSEED=0 venv/bin/python program.py
