#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two symptoms, one of which travels, by keys alone, with what a screen reader is told on the way.

    gui-env /usr/bin/python3 test-keyboard.py BODYCHART
"""
import os
import sys

from charting import Saved, Window, atspi, equal, extents, is_on, run_steps, time_of, wait_newer

SITE = 'Upper buttock, right'
WAY = ['Lower buttock, right', 'Back of the thigh, upper, right']
MOST_TABS = 40
MOST_ARROWS = 60


class Keyboard:
  def __init__ (self, program, folder):
    self.program = program
    self.chart = folder / 'keyed.bodychart'
    self.window = None

  def start (self):
    """an empty chart opens"""
    self.window = Window (self.program, self.chart)
    equal (self.window.marked_names (), set (), 'marked at the start')

  # --- the way there ---

  def has_focus (self, node):
    return 'focused' in atspi.states (node)

  def focused_in (self, view):
    """The name of the region of a view that has the focus."""
    return next ((name for name, node in self.window.views[f'Body: {view}'].items () if self.has_focus (node)), None)

  def tab_to (self, test, what, key='Tab'):
    """Presses Tab, or another key, until the focus is there."""
    for _ in range (MOST_TABS):
      if test ():
        return
      self.window.app.key (key)
    raise atspi.Failure (f'{MOST_TABS} times {key} did not lead to {what}')

  def arrows_to (self, name, view):
    """Presses arrow keys as somebody would who sees the figure; the focus has to be in the view."""
    regions = self.window.views[f'Body: {view}']
    now = self.focused_in (view)
    been = []
    for _ in range (MOST_ARROWS):
      if now == name:
        return
      here, there = (self.centre (regions[place]) for place in (now, name))
      dx, dy = there[0] - here[0], there[1] - here[1]
      ways = ['Right' if dx > 0 else 'Left', 'Down' if dy > 0 else 'Up']
      if abs (dy) > abs (dx):
        ways.reverse ()
      way = ways[been.count (now) % 2]        # been here before: the other way then
      been.append (now)
      self.window.app.key (way)
      now = self.near_focus (view, now)
    raise atspi.Failure (f'arrow keys did not lead to {name}, but to {been}')

  def near_focus (self, view, last):
    """Where the focus is after an arrow key: most likely close to where it was."""
    regions = self.window.views[f'Body: {view}']
    here = self.centre (regions[last])

    def distance (name):
      there = self.places[view][name]
      return abs (there[0] - here[0]) + abs (there[1] - here[1])
    for name in sorted (regions, key=distance):
      if self.has_focus (regions[name]):
        return name
    raise atspi.Failure (f'no region of {view} has the focus after an arrow key at {last}')

  def centre (self, node):
    x, y, width, height = extents (node)
    return x + width / 2, y + height / 2

  # --- the steps ---

  def enter (self):
    """Tab leads into the figure, and on to the next view"""
    self.places = {view: {name: self.centre (node) for name, node in self.window.views[f'Body: {view}'].items ()}
                   for view in ('Front', 'Back')}
    self.tab_to (lambda: self.focused_in ('Front'), 'the front of the figure')
    self.window.app.key ('Tab')
    self.window.app.wait (lambda: self.focused_in ('Back'), 'the focus in the back view')

  def mark (self):
    """arrow keys lead to a region, Space marks it, and it is told"""
    self.arrows_to (SITE, 'Back')
    equal (self.window.description (SITE), 'not marked', 'before')
    self.window.app.key ('space')
    self.window.app.wait (lambda: self.window.is_marked (SITE), f'{SITE} marked')
    self.window.wait_said ('P1 marked', 'upper buttock')
    equal (self.window.marked_names (), {SITE}, 'marked')

  def intensity (self):
    """digits set how strong it is, 1 and 0 make a 10"""
    self.window.app.key ('1', '0')
    self.window.app.wait (lambda: self.window.description (SITE) == 'marked by P1, 10 of 10', 'P1, 10 of 10')
    self.window.app.key ('6')
    self.window.wait_said ('P1: 6 of 10')
    self.window.app.wait (lambda: self.window.description (SITE) == 'marked by P1, 6 of 10', 'P1, 6 of 10')

  def spread (self):
    """the tool for what travels, by its key, marks a way down the leg"""
    self.window.app.key ('alt+r')
    self.window.app.wait (lambda: is_on (self.window.button ('Spreads')), 'the tool Spreads')
    self.window.wait_said ('Tool: Spreads')
    for name in WAY:
      self.arrows_to (name, 'Back')
      self.window.app.key ('space')
      self.window.app.wait (lambda: self.window.description (name).startswith ('P1 spreads here'),
                            f'P1 spreads to {name}')

  def find (self):
    """Ctrl+F finds the shin and marks it with the tool in hand"""
    self.search ('shin')
    self.window.app.wait (lambda: self.window.marked_names () - {SITE, *WAY}, 'a shin marked')
    self.shin = (self.window.marked_names () - {SITE, *WAY}).pop ()
    assert self.shin.startswith ('Shin, '), f'expected a shin, found {self.shin}'
    self.window.wait_said ('P1 spreads here', 'shin')
    self.window.app.wait (lambda: self.has_focus (self.window.region (self.shin, 'Front')), 'the focus on the shin')

  def search (self, text):
    self.window.app.key ('ctrl+f')
    entry = self.window.app.get ('entry', 'Find a region')
    self.window.app.wait (lambda: self.has_focus (entry), 'the focus in the search')
    self.window.app.type (text)
    self.window.app.key ('Return')

  def dermatome (self):
    """"L5" lays the dermatome over the figure, and Escape takes it off"""
    before = self.window.marked_names ()
    self.search ('L5')
    off = self.window.app.get ('push button', 'Take the map off')
    self.window.app.wait (lambda: extents (off)[2] > 1, 'a map over the figure')
    self.window.wait_said ('L5')
    equal (self.window.marked_names (), before, 'a map marks nothing')
    self.window.app.key ('Escape')
    self.window.app.wait (lambda: not self.shows (off), 'the figure without the map')

  def shows (self, node):
    return 'visible' in atspi.states (node) and extents (node)[2] > 1

  def second (self):
    """Alt+N takes another pen, which marks where it sits"""
    self.window.app.key ('alt+n')
    self.window.app.wait (lambda: is_on (self.window.button ('P2')), 'the pen P2')
    self.window.app.wait (lambda: is_on (self.window.button ('Region')), 'the tool for regions')
    self.search ('left heel')
    self.window.app.wait (lambda: self.window.description ('Heel, left').startswith ('marked by P2'), 'P2 on the heel')
    self.window.app.wait (lambda: any (self.has_focus (node) for node in self.window.shown ('Heel, left')),
                          'the focus on the heel')
    self.window.app.key ('4')
    self.window.app.wait (lambda: self.window.description ('Heel, left') == 'marked by P2, 4 of 10', 'P2, 4 of 10')

  def switch (self):
    """Alt+1 takes the first pen again, and tells which it is"""
    self.window.app.key ('alt+1')
    self.window.app.wait (lambda: is_on (self.window.button ('P1')), 'the pen P1')
    self.window.wait_said ('P1, no quality yet, 6 of 10')

  def undo (self):
    """Ctrl+Z and Ctrl+Shift+Z take back and bring back"""
    self.window.app.key ('ctrl+z')
    self.window.app.wait (lambda: self.window.description ('Heel, left') == 'marked by P2', 'the intensity taken back')
    self.window.app.key ('ctrl+z')
    self.window.app.wait (lambda: self.window.is_free ('Heel, left'), 'the mark taken back')
    self.window.app.key ('ctrl+shift+z', 'ctrl+shift+z')
    self.window.app.wait (lambda: self.window.description ('Heel, left') == 'marked by P2, 4 of 10', 'both back again')

  def give_up (self):
    """Escape gives up a stroke that is being drawn"""
    before = self.window.marked_names ()
    self.window.app.key ('alt+b')
    self.window.app.wait (lambda: is_on (self.window.button ('Brush')), 'the brush')
    chest = self.window.region ('Upper chest, left', 'Front')
    self.window.drag ((chest, 0.2, 0.5), (chest, 0.8, 0.5), let_go=False)
    self.window.app.key ('Escape')
    atspi.run ('xdotool', 'mouseup', '1')
    self.window.app.key ('alt+c')           # told after all that came before it
    self.window.wait_said ('Tool: Clear')
    equal (self.window.marked_names (), before, 'after Escape')

  def save (self):
    """Ctrl+S writes all of it"""
    before = time_of (self.chart)
    self.window.app.key ('ctrl+s')
    wait_newer (self.chart, before, 'the saved chart')
    keyed = Saved (self.chart)
    shin = 'shin-' + self.shin.split (', ')[1]
    equal (keyed.marks (1), {'buttock-upper-right': 'site', 'buttock-lower-right': 'radiation',
                             'thigh-posterior-upper-right': 'radiation', shin: 'radiation'}, 'marks of P1')
    equal (keyed.feels (1), {'now': '6'}, 'P1')
    equal (keyed.marks (2), {'heel-left': 'site'}, 'marks of P2')
    equal (keyed.feels (2), {'now': '4'}, 'P2')
    equal (keyed.strokes (1) + keyed.strokes (2), [], 'strokes')

  def qualities (self):
    """Tab leads on from the figure to what it feels like, and Space chooses it"""
    ache = self.window.button ('ache')
    self.search ('left heel')
    self.tab_to (lambda: self.has_focus (ache), 'the quality ache')
    self.window.app.key ('space')
    self.window.app.wait (lambda: self.window.description (SITE) == 'marked by P1, ache, 6 of 10', 'P1, ache')

  def steps (self):
    return [self.start, self.enter, self.mark, self.intensity, self.spread, self.find, self.dermatome, self.second, self.switch, self.undo, self.give_up, self.save,
            self.qualities]


if __name__ == '__main__':
  sys.exit (run_steps (Keyboard, os.path.abspath (sys.argv[1])))
