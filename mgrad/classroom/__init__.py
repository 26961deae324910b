"""A class: the notebooks of many students, and what nobody has understood yet.

``submissions`` finds the notebooks, ``isolation`` and ``cells`` run them where no right answer is,
``student`` judges one student's, ``grade`` all of them, on this machine or on a Dask cluster, and
``report`` and ``tables`` say what came out. ``hand_in`` is for students.
"""
