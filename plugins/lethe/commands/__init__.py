"""The commands of `lethe`, one file each: `register` adds its arguments, `run` does it and gives the exit code.

A command file imports nothing heavy before it runs.
"""
