#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two symptoms, one of which travels, drawn by the pointer alone: no key is pressed.

    gui-env /usr/bin/python3 test-pointer.py BODYCHART
"""
import os
import sys

from charting import Saved, Window, atspi, covers, equal, is_on, points, run_steps, time_of, wait_newer

# Where the pain sits, clicked; and the stations of its way down the back of the right leg, with their ids.
SITE = 'Upper buttock, right'
WAY = {
  'Lower buttock, right': 'buttock-lower-right',
  'Back of the thigh, upper, right': 'thigh-posterior-upper-right',
  'Back of the thigh, lower, right': 'thigh-posterior-lower-right',
  'Hollow of the knee, right': 'knee-posterior-right',
  'Calf, upper, right': 'calf-upper-right',
}
ACROSS = ['loin-left', 'lumbar-lower-left', 'lumbar-lower-right', 'loin-right']
CLEAR = 'Lower abdomen, right'
# Clicks and drags for two symptoms with a radiation and a clear area.
MOST_PRESSES = 29


class Pointer:
  def __init__ (self, program, folder):
    self.program = program
    self.chart = folder / 'drawn.bodychart'
    self.window = None

  def start (self):
    """an empty chart opens, with the tool for regions"""
    self.window = Window (self.program, self.chart)
    equal (self.window.marked_names (), set (), 'marked at the start')
    assert is_on (self.window.button ('Region')), 'the tool is not Region'

  def click_region (self):
    """a click marks a region, in every view that shows it, and no other"""
    self.window.click (self.window.region (SITE))
    self.window.app.wait (lambda: self.window.is_marked (SITE), f'{SITE} marked')
    equal (self.window.marked_names (), {SITE}, 'marked by one click')
    self.window.wait_said ('P1 marked', 'upper buttock')

  def brush (self):
    """a stroke of the brush over the low back marks what it covers"""
    self.window.press_button ('Brush')
    self.window.drag ((self.window.region ('Loin, left'), 0.4, 0.7), (self.window.region ('Loin, right'), 0.6, 0.7))
    self.window.wait_said ('Stroke drawn for P1', 'low back')
    for name in ('Lower low back, left', 'Lower low back, right'):
      self.window.app.wait (lambda: self.window.is_marked (name), f'{name} marked by the stroke')

  def spreads (self):
    """a path is drawn down the leg"""
    self.window.press_button ('Spreads')
    self.window.drag (*((self.window.region (name), 0.5, 0.5) for name in WAY))
    self.window.wait_said ('Path drawn for P1', 'calf')
    first, last = list (WAY)[0], list (WAY)[-1]
    self.window.app.wait (lambda: 'marked by P1' in self.window.description (first), 'the start where it sits')
    self.window.app.wait (lambda: 'P1 spreads here' in self.window.description (last), 'the end where it spreads')

  def feels (self):
    """what the first feels like takes a click each"""
    for name in ('ache', 'Now: 6 of 10', 'deep', 'intermittent'):
      self.window.press_button (name)
    self.window.app.wait (lambda: self.window.description (SITE) == 'marked by P1, ache, 6 of 10',
                          f'P1, ache, 6 of 10; it says {self.window.description (SITE)!r}')

  def second (self):
    """the second symptom is one click away, and takes regions again"""
    self.window.click (self.window.button ('Add a symptom'))
    self.window.app.wait (lambda: is_on (self.window.button ('P2')), 'the pen P2')
    self.window.app.wait (lambda: is_on (self.window.button ('Region')), 'the tool for regions')

  def draw_second (self):
    """the second is drawn on the shin and described"""
    self.window.press_button ('Brush')
    shin = self.window.region ('Shin, right', 'Front')
    self.window.drag ((shin, 0.5, 0.2), (shin, 0.5, 0.6))
    self.window.wait_said ('Stroke drawn for P2', 'shin')
    for name in ('tingling', 'Now: 3 of 10', 'superficial', 'constant'):
      self.window.press_button (name)
    self.window.app.wait (lambda: 'marked by P2, tingling, 3 of 10' in self.window.description ('Shin, right'),
                          'P2 on the shin')

  def clear (self):
    """a region is ticked as clear"""
    self.window.press_button ('Clear')
    self.window.click (self.window.region (CLEAR, 'Front'))
    self.window.app.wait (lambda: self.window.description (CLEAR) == 'asked and clear', 'asked and clear')

  def effort (self):
    """two symptoms with a radiation take fewer than 30 clicks and drags"""
    assert self.window.presses <= MOST_PRESSES, f'expected at most {MOST_PRESSES}, found {self.window.presses}'

  def undo (self):
    """the buttons undo and redo"""
    self.window.click (self.window.button ('Undo'))
    self.window.app.wait (lambda: self.window.description (CLEAR) == 'not marked', 'the tick taken back')
    self.window.click (self.window.button ('Redo'))
    self.window.app.wait (lambda: self.window.description (CLEAR) == 'asked and clear', 'the tick back again')

  def save (self):
    """the Save button writes all of it"""
    drawn = self.save_by_button ()
    equal (sorted (drawn.symptoms), [1, 2], 'symptoms')
    equal (drawn.marks (1), {'buttock-upper-right': 'site'}, 'marks of P1')
    equal (drawn.feels (1), {'qualities': 'ache', 'now': '6', 'depth': 'deep', 'constancy': 'intermittent'}, 'P1')
    equal (drawn.feels (2), {'qualities': 'tingling', 'now': '3', 'depth': 'superficial', 'constancy': 'constant'},
           'P2')
    equal (drawn.clear, {'abdomen-lower-right'}, 'clear')
    self.check_strokes (drawn)

  def check_strokes (self, drawn):
    equal (len (drawn.strokes (1, 'site')), 1, 'brush strokes of P1')
    equal (len (drawn.strokes (1, 'radiation')), 1, 'paths of P1')
    equal (len (drawn.strokes (2)), 1, 'strokes of P2')
    brush, path, shin = drawn.strokes (1, 'site')[0], drawn.strokes (1, 'radiation')[0], drawn.strokes (2)[0]
    equal ((brush.get ('view'), path.get ('view'), shin.get ('view')), ('back', 'back', 'front'), 'views')
    equal ((brush.get ('role'), shin.get ('role')), ('site', 'site'), 'roles of strokes')
    found = covers (brush)
    assert set (found) >= set (ACROSS), f'the brush misses {set (ACROSS) - set (found)}: {found}'
    for region, share in found.items ():    # beside the way it may graze something
      assert share < 0.9 if region in ACROSS else share < 0.2, f'{region}: unexpected share {share}; {found}'
    found = covers (path)
    assert set (found) >= set (WAY.values ()), f'the path misses {set (WAY.values ()) - set (found)}: {found}'
    assert not [region for region in found if region.endswith ('-left')], f'the path crosses over: {found}'
    line = points (path)
    assert line[0][1] < line[-1][1], f'the path should go down: {line[0]} to {line[-1]}'
    assert covers (shin)['shin-right'] > 0.05, f'expected the right shin, found {covers (shin)}'

  def erase (self):
    """the eraser rubs out one end of a stroke and leaves the rest"""
    loin = self.window.region ('Loin, left')
    self.window.press_button ('Erase')
    self.window.drag ((loin, 0.3, 0.7), (loin, 0.85, 0.7))
    self.window.wait_said ('rubbed out in part')
    rest = self.save_by_button ()
    equal (len (rest.strokes (1, 'site')), 1, 'brush strokes of P1')
    found = covers (rest.strokes (1, 'site')[0])
    assert 'lumbar-lower-right' in found and 'loin-right' in found, f'too much is gone: {found}'
    assert found.get ('loin-left', 0) < 0.05, f'expected next to nothing of the left loin, found {found}'
    equal (rest.marks (1), {'buttock-upper-right': 'site'}, 'marks of P1')

  def pick (self):
    """a mark is picked and moved to the second symptom"""
    self.window.press_button ('Pick')
    self.window.click (self.window.region (SITE), 0.6, 0.3)
    self.window.wait_said ('Selected: P1: ' + SITE)
    self.window.choose ('Move to P2')
    self.window.wait_said ('Moved from P1 to P2')
    moved = self.save_by_button ()
    equal (moved.marks (1), {}, 'marks of P1')
    equal (moved.marks (2), {'buttock-upper-right': 'site'}, 'marks of P2')

  def save_by_button (self):
    before = time_of (self.chart)
    self.window.click (self.window.button ('Save'))
    wait_newer (self.chart, before, 'the saved chart')
    return Saved (self.chart)

  def steps (self):
    return [self.start, self.click_region, self.brush, self.spreads, self.feels, self.second, self.draw_second,
            self.clear, self.effort, self.undo, self.save, self.erase, self.pick]


if __name__ == '__main__':
  sys.exit (run_steps (Pointer, os.path.abspath (sys.argv[1])))
