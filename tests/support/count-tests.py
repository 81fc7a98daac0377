#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what `meson test` wrote into its testlog.json files and ends with the line "N passed, N failed".

    count-tests [--status STATUS...] TESTLOG...

STATUS is what `meson test` itself returned: where that is a failure and no log tells of one, the run broke off.

A program that speaks TAP counts with each of its test points, any other as one. A program that crashed, ran out of
time or broke its plan without a failed point counts as one failed test. Status 0 only if something passed and
nothing failed.
"""
import argparse
import json
import os
import re
import sys

POINT = re.compile (r'^(not )?ok\b(.*)$', re.MULTILINE)
FINE = {'OK', 'EXPECTEDFAIL', 'SKIP'}


def count (test):
  """(passed, failed, skipped) of one entry of the log."""
  passed = failed = skipped = 0
  for not_ok, rest in POINT.findall (test.get ('stdout') or ''):
    directive = re.search (r'#\s*(SKIP|TODO)', rest, re.IGNORECASE)
    if directive:
      skipped += 1
    elif not_ok:
      failed += 1
    else:
      passed += 1
  fine = test['result'] in FINE
  if test['result'] == 'SKIP' and not passed + failed + skipped:
    skipped = 1
  elif fine and not passed + skipped:
    passed = 1
  elif not fine and not failed:
    failed = 1
  return passed, failed, skipped


def main (arguments):
  parser = argparse.ArgumentParser ()
  parser.add_argument ('--status', type=int, action='append', default=[])
  parser.add_argument ('logs', nargs='+')
  options = parser.parse_args (arguments)
  passed = failed = skipped = 0
  broken = []
  for name in options.logs:
    try:
      with open (name, encoding='utf-8') as log:
        tests = [json.loads (line) for line in log if line.strip ()]
    except (OSError, ValueError) as error:
      print (f'{name}: no whole log of a test run: {error}', file=sys.stderr)
      failed += 1
      continue
    for test in tests:
      counts = count (test)
      passed, failed, skipped = passed + counts[0], failed + counts[1], skipped + counts[2]
      if counts[1]:
        text = name.replace ('.json', '.txt')
        where = f', log in {text}' if os.path.exists (text) else ''
        broken.append (f'failed: {test["name"]} ({test["result"]}){where}')
  if any (options.status) and not failed:
    failed += 1
    broken.append (f'failed: meson test ended with status {max (options.status)}, and no test says why')
  for line in broken:
    print (line)
  if skipped:
    print (f'{skipped} skipped')
  print (f'{passed} passed, {failed} failed')
  return 0 if passed and not failed else 1


if __name__ == '__main__':
  sys.exit (main (sys.argv[1:]))
