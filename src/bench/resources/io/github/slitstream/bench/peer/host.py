"""Does works for Slitstream's bench.

A command a line on standard input, its words parted by tabs; an answer a line on standard output: "ok" and perhaps a number,
"missing" and what is not installed, or "error" and why.
"""
import importlib
import sys
import time

arrays = {}
works = {}


def array(name, dtype, shape, path):
    """Reads a raw file into memory of its own."""
    import numpy as np
    arrays[name] = np.fromfile(path, dtype).reshape([int(side) for side in shape.split("x")])


def make(name, module, function, *arguments):
    """Has a function of a module make a work ready: something to call, and the array that it leaves its result in."""
    works[name] = getattr(importlib.import_module(module), function)(*map(argument, arguments))


def argument(text):
    """An array by its name, a number, or just words."""
    if text in arrays:
        return arrays[text]
    try:
        return float(text)
    except ValueError:
        return text


def run(name, times):
    work, _ = works[name]
    begun = time.perf_counter_ns()
    for _ in range(int(times)):
        work()
    return time.perf_counter_ns() - begun


def save(name, path):
    _, result = works[name]
    result.tofile(path)


def drop(name):
    arrays.pop(name, None)
    works.pop(name, None)


def answer(line):
    command, *words = line.rstrip("\n").split("\t")
    try:
        result = {"array": array, "make": make, "run": run, "save": save, "drop": drop}[command](*words)
    except ImportError as missing:
        return "missing\t%s is not installed" % missing.name
    except Exception as failure:
        return "error\t%s" % " ".join(repr(failure).split())
    return "ok" if result is None else "ok\t%d" % result


for line in sys.stdin:
    print(answer(line), flush=True)
