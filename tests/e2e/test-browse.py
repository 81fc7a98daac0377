#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A clinician looks a map up and asks why it does not fit, by keys alone, as a screen reader tells it.

    gui-env /usr/bin/python3 test-browse.py BODYCHART SAMPLE
"""
import os
import re
import sys

from charting import FIGURE, atspi, extents, run_steps


class Browse:
  def __init__ (self, program, _folder):
    self.program = program
    self.window = None

  # --- what shows ---

  def shows (self, node):
    return node is not None and 'visible' in atspi.states (node) and extents (node)[2] > 1

  def wait_shown (self, role, name):
    return self.window.app.wait (lambda: next ((node for node in self.window.app.matches (role, name)
                                                if self.shows (node)), None), f'{role} {name!r} in sight')

  def wait_gone (self, role, name):
    self.window.app.wait (lambda: not any (self.shows (node) for node in self.window.app.matches (role, name)),
                          f'{role} {name!r} out of sight')

  def wait_focus (self, role, name):
    self.window.app.wait (lambda: any ('focused' in atspi.states (node)
                                       for node in self.window.app.matches (role, name)), f'the focus on {name!r}')

  def wait_left (self, role, name):
    """A page that is covered stays in the tree, but the keyboard is not on it."""
    self.window.app.wait (lambda: not any ('focused' in atspi.states (node)
                                           for node in self.window.app.matches (role, name)),
                          f'the focus off {name!r}')

  # --- the steps ---

  def start (self):
    """a chart opens"""
    self.window = Program (self.program, os.environ['BODYCHART_SAMPLE'])
    self.wait_shown ('push button', 'Right')

  def browse (self):
    """Ctrl+B opens the maps, with the keyboard in the search"""
    self.window.app.key ('ctrl+b')
    self.wait_shown ('entry', 'Find a map by name, region or symptom')
    self.wait_focus ('entry', 'Find a map by name, region or symptom')

  def search (self):
    """words for a feeling and a region find the map, and Enter opens it"""
    self.window.app.type ('numb thumb')
    self.window.app.wait (lambda: self.window.app.find ('status bar', '13 maps')
                          or self.window.app.find ('status bar', re.compile (r'^\d+ maps$')), 'how many maps there are')
    self.window.app.key ('Return')
    self.wait_shown ('image', 'Picture of the map: C6 dermatome, right')
    self.wait_shown ('list item', re.compile ('^Thumb, right: 90 of 100. felt by most'))

  def names (self):
    """everything in the browser has a name for a screen reader"""
    # Scrolled panes are named by what they hold, lists of choices by what is chosen.
    found = [line for line in atspi.lint (self.window.app) if not line.startswith (('scroll pane', 'list'))]
    assert not found, f'without a name: {found}'

  def walk (self):
    """arrow keys go from map to map, and the page follows"""
    self.window.app.key ('ctrl+f')
    self.wait_focus ('entry', 'Find a map by name, region or symptom')
    self.window.app.key ('Down', 'Down')
    self.wait_gone ('image', 'Picture of the map: C6 dermatome, right')

  def back (self):
    """Escape gives up the search, then leads back to the chart"""
    self.window.app.key ('ctrl+f')
    self.window.app.key ('Escape', 'Escape')
    self.wait_left ('entry', 'Find a map by name, region or symptom')
    self.wait_focus ('push button', re.compile ('^(Open|New chart)$'))

  def why (self):
    """Alt+W asks why another source does not lead, and is told"""
    self.window.app.key ('alt+w')
    self.wait_focus ('entry', 'Find a map by name, region or symptom')
    self.window.app.type ('L4 radicular')
    self.window.app.key ('Return')
    self.wait_shown ('status bar', re.compile ('fit better; this one has'))

  def hide (self):
    """Ctrl+H leaves nothing of it for the patient to see"""
    self.window.app.key ('ctrl+h')
    self.wait_gone ('status bar', re.compile ('fit better'))
    self.window.app.key ('ctrl+b', 'alt+w')
    self.wait_left ('entry', 'Find a map by name, region or symptom')

  def steps (self):
    return [self.start, self.browse, self.search, self.names, self.walk, self.back, self.why, self.hide]


class Program:
  def __init__ (self, program, sample):
    self.app = atspi.App ([program, '--sample', sample])
    self.app.skipped.add (FIGURE)

  def close (self):
    self.app.close ()


if __name__ == '__main__':
  sys.exit (run_steps (Browse, sys.argv[1]))
