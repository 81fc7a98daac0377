#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A clinician compares the first visit with the last from the side bar, and reads what bodychart-cli diff says.

    gui-env /usr/bin/python3 test-compare.py BODYCHART CHART BODYCHART-CLI
"""
import os
import re
import shutil
import subprocess
import sys

from charting import FIGURE, atspi, equal, extents, run_steps

MOST_TABS = 12
ONION = 'Marks of both visits over each other'
PLOT = 'Plot of intensity, pain extent and number of regions over all visits'


def diff (cli, chart, visits):
  """The large numbers and the sentences of a comparison, as they are printed."""
  environment = {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'C'}
  text = subprocess.run ([cli, 'diff', '--visits', visits, chart], check=True, capture_output=True, text=True,
                         encoding='utf-8', env=environment).stdout
  lines = text.splitlines ()[1:]
  sentences = [line[4:] for line in lines if line.startswith ('  - ')]
  return [line[4:] for line in lines if not line.startswith ('  - ')], sentences


class Compare:
  def __init__ (self, program, folder):
    sample, self.cli = sys.argv[2:4]
    self.program = program
    self.chart = folder / 'five.bodychart'
    shutil.copy (sample, self.chart)
    self.window = None
    self.page = None            # under which is looked: the whole window takes its time

  # --- what shows ---

  def shows (self, node):
    return 'visible' in atspi.states (node) and extents (node)[2] > 1

  def rows (self):
    return {node.get_name () for node in self.window.app.matches ('list item', None, self.page) if self.shows (node)}

  def wait_shown (self, role, name):
    return self.window.app.wait (lambda: next ((node for node in self.window.app.matches (role, name, self.page)
                                                if self.shows (node)), None), f'{role} {name!r} in sight')

  def wait_page (self):
    self.page = self.wait_shown ('panel', 'Compare Visits')

  def leave (self):
    """A page that is covered stays in the tree, but the keyboard is not on it."""
    self.window.app.key ('Escape')
    self.window.app.wait (lambda: not any ('focused' in atspi.states (node)
                                           for node, _depth in self.window.app.walk (self.page)), 'the chart again')
    self.page = None

  def wait_compared (self, visits):
    """Waits until the rows and the picture tell what bodychart-cli tells, and only that of these two visits."""
    facts, sentences = diff (self.cli, self.chart, visits)
    assert len (facts) == 4 and len (sentences) > 4, f'{facts} {sentences}'
    spoken = [line for line in sentences if not re.match ('Pain extent|Of the skin', line)]
    self.window.app.wait (lambda: set (facts + spoken) <= self.rows (), f'rows that say {facts + spoken}')
    picture = self.wait_shown ('image', ONION)
    picture.clear_cache ()
    equal (picture.get_description (), ' '.join (sentences), 'what the picture tells')

  # --- the steps ---

  def start (self):
    """a chart of five visits opens, with the visits at the side"""
    self.window = Program (self.program, self.chart)
    self.first = self.wait_shown ('list item', re.compile ('^3 September 2026, visit 1 of 5'))
    self.wait_shown ('push button', 'Compare Visits')

  def from_menu (self):
    """the menu of the first visit compares it with the one that is shown, the last"""
    x, y = self.window.app.place (self.first)
    atspi.run ('xdotool', 'mousemove', str (x), str (y), 'sleep', '0.1', 'click', '3')
    self.window.app.act (self.window.app.get ('menu item', 'Compare with the Visit Shown'))
    self.wait_page ()
    self.wait_compared ('1,5')

  def names (self):
    """everything on the page has a name for a screen reader"""
    # Scrolled panes and lists are named by what they hold; fillers show what is chosen.
    found = [line for line in atspi.lint (self.window.app, self.page)
             if not line.startswith (('scroll pane', 'list', 'filler'))]
    assert not found, f'without a name: {found}'

  def course (self):
    """the course tells its numbers, visit by visit at the arrow keys, and leads back to the onion skin"""
    tabs = {name: self.wait_shown (None, name) for name in ('Course', 'Onion Skin')}
    self.window.app.click (tabs['Course'])
    plot = self.wait_shown ('image', PLOT)
    self.window.app.wait (lambda: '12 November 2026' in self.description (plot), 'the numbers of the plot')
    for _ in range (MOST_TABS):
      if 'focused' in atspi.states (plot):
        break
      self.window.app.key ('Tab')
    for keys, day in ((('Home',), '3 September'), (('Right',), '10 September'), (('End',), '12 November')):
      self.window.app.key (*keys)
      self.wait_shown ('status bar', re.compile (f'^{day} 2026: .*P1 now'))
    self.window.app.click (tabs['Onion Skin'])
    self.wait_compared ('1,5')

  def description (self, node):
    node.clear_cache ()
    return node.get_description ()

  def back (self):
    """Escape leads back to the chart"""
    self.leave ()

  def from_button (self):
    """the button compares the last visit with the one before"""
    self.window.app.act (self.wait_shown ('push button', 'Compare Visits'))
    self.wait_page ()
    self.wait_compared ('4,5')
    self.leave ()

  def from_keys (self):
    """by keys alone: to the first visit in the list, and what its menu offers"""
    self.window.app.click (self.first)
    self.window.app.wait (lambda: 'selected' in atspi.states (self.first), 'the first visit shown')
    self.window.app.key ('shift+F10')
    self.window.app.get ('menu item', 'Compare with the Last Visit')
    self.window.app.key ('Return')
    self.wait_page ()
    self.wait_compared ('1,5')

  def steps (self):
    return [self.start, self.from_menu, self.names, self.course, self.back, self.from_button, self.from_keys]


class Program:
  def __init__ (self, program, chart):
    self.app = atspi.App ([program, str (chart)])
    self.app.skipped.add (FIGURE)

  def close (self):
    self.app.close ()


if __name__ == '__main__':
  sys.exit (run_steps (Compare, sys.argv[1]))
