#!/bin/sh
# keras 3.15.1: without a window, istft gives a signal back several times as loud.
#
# keras.ops.istft undoes stft "to reconstruct an original waveform" from the same parameters. With a
# window it divides by what the overlapping sequences add up to. With window=None, documented as no
# windowing, it does not: each sample comes back as often as sequences cover it, 4 times for a
# length of 8 and a stride of 2. A window of ones, which is no windowing either, works. Nor are the
# two the same in stft once fft_length is longer than the sequences: None then takes fft_length
# samples. No error. The returned signal by the original one, on the backends numpy and jax, for
# sequence_length, sequence_stride, fft_length:
#                        (8, 4, 8)   (8, 2, 8)   (8, 1, 8)   (8, 4, 16)
#     window=None        2.0         4.0         8.0         4.0
#     window of ones     1.0         1.0         1.0         1.0
# In the course: there are no signals; tests/test_tensor.py compares Tensor with PyTorch.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    keras==3.15.1 jax==0.10.2 jaxlib==0.10.2 scipy==1.17.1 numpy==2.4.6
cat > there_and_back.py <<'PYTHON'
import keras
import numpy as np
from keras import ops

SIGNAL = np.sin(np.arange(1.0, 41.0)).astype("float32") + 2
INNER = slice(16, 24)  # far from both ends
LENGTH = 8
PARAMETERS = [(LENGTH, 4, 8), (LENGTH, 2, 8), (LENGTH, 1, 8), (LENGTH, 4, 16)]
WINDOWS = {"None": None, "ones": np.ones(LENGTH, "float32"), "hamming": "hamming"}

print("keras", keras.__version__, "backend", keras.backend.backend())
for parameters in PARAMETERS:
    spectra = {}
    for name, window in WINDOWS.items():
        there = ops.stft(ops.convert_to_tensor(SIGNAL), *parameters, window=window)
        back = ops.convert_to_numpy(ops.istft(there, *parameters, window=window))
        ratio = back[INNER] / SIGNAL[INNER]
        print(f"{parameters!s:11} window {name:8} returned / original {ratio.mean():.4f}")
        expected = parameters[2] / parameters[1] if name == "None" else 1.0
        assert np.allclose(ratio, expected, atol=1e-4), f"{parameters}, {name}: it has changed"
        spectra[name] = np.stack([ops.convert_to_numpy(part) for part in there])
    same = np.allclose(spectra["None"], spectra["ones"], atol=1e-4)
    print(f"{parameters!s:11} spectra of None and of ones are the same: {same}")
    assert same == (parameters[2] == LENGTH), f"{parameters}: the spectra have changed"
PYTHON
for backend in numpy jax; do
    KERAS_BACKEND=$backend venv/bin/python there_and_back.py
done
echo "As described."
