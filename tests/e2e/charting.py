# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests that draw on the canvas share: the window with its figure, the saved chart, and the run of steps."""
import sys
import tempfile
import time
import traceback
import xml.etree.ElementTree as ElementTree
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert (0, str (Path (__file__).resolve ().parent.parent / 'support'))

try:
  import atspi
except (ImportError, ValueError) as missing:
  print (f'1..0 # SKIP {missing}')
  sys.exit (0)

NAMESPACE = '{https://bodychart.github.io/ns/chart/1}'
FIGURE = 'Body chart'
# A drag of the pointer: so many steps between two places, so far apart in seconds that a frame sees each.
DRAG_STEPS = 8
DRAG_PAUSE = '0.012'


def equal (found, expected, what):
  if found != expected:
    raise atspi.Failure (f'{what}: expected {expected!r}, found {found!r}')


def is_on (node):
  return bool (atspi.states (node) & {'checked', 'pressed'})


def extents (node):
  """Where a node lies in its window: x, y, width, height."""
  box = atspi.Atspi.Component.get_extents (node.get_component_iface (), atspi.Atspi.CoordType.WINDOW)
  return box.x, box.y, box.width, box.height


class Window:
  """The program with a chart, its regions and buttons, and the real pointer."""

  def __init__ (self, program, chart, **popen):
    self.app = atspi.App ([program, str (chart)], **popen)
    self.presses = 0            # clicks and drags so far
    self.buttons = {}
    self.origin = None
    try:
      body = self.app.get ('panel', FIGURE)
      self.app.wait (lambda: self.app.find ('check box', 'Great toe, right', body), 'the regions')
      self.views = {view.get_name (): {node.get_name (): node for node in self.app.matches ('check box', None, view)}
                    for view in self.app.matches ('panel', None, body) if view.get_name ().startswith ('Body: ')}
      self.app.skipped.add (FIGURE)
      self.announcers = list (self.app.matches ('status bar'))
    except (atspi.Failure, atspi.GLib.Error):
      self.app.close ()
      raise

  def close (self):
    self.app.close ()

  # --- what shows ---

  def region (self, name, view='Back'):
    return self.views[f'Body: {view}'][name]

  def shown (self, name):
    """All the nodes of a region, one a view that shows it."""
    return [regions[name] for regions in self.views.values () if name in regions]

  def button (self, name):
    """A button by its name. All are kept from one look at the window, because each look takes its time."""
    return self.app.wait (lambda: self._find_button (name), f'the button {name!r}')

  def _find_button (self, name):
    if name not in self.buttons:
      self.buttons = {}
      for node in self.app.matches ('push button'):
        self.buttons.setdefault (node.get_name (), []).append (node)
    for node in self.buttons.get (name, []):
      if 'focusable' in atspi.states (node) and extents (node)[2] > 1:
        return node
    self.buttons.pop (name, None)
    return None

  def is_marked (self, name):
    return all (is_on (node) for node in self.shown (name))

  def is_free (self, name):
    return not any (is_on (node) for node in self.shown (name))

  def marked_names (self):
    names = {name for regions in self.views.values () for name in regions}
    return {name for name in names if not self.is_free (name)}

  def description (self, name):
    node = self.shown (name)[0]
    node.clear_cache ()
    return node.get_description ()

  def said (self):
    """What the status labels say now, the one for the ears among them."""
    for node in self.announcers:
      node.clear_cache ()
    return [node.get_name () for node in self.announcers]

  def wait_said (self, *words):
    """Waits until one announcement holds all the words."""
    def heard ():
      return any (all (word in text for word in words) for text in self.said ())
    try:
      self.app.wait (heard, f'an announcement with {words}')
    except atspi.Failure as failure:
      raise atspi.Failure (f'{failure}; it says {self.said ()}') from None

  # --- the real pointer ---

  def point (self, node, across=0.5, down=0.5):
    """A point of the node in the main window, on the screen. The window never moves, so its place is asked once."""
    if self.origin is None:
      self.origin = self.app.x_window (self.app.window_of (node))[1:]
    x, y, width, height = extents (node)
    return self.origin[0] + x + round (width * across), self.origin[1] + y + round (height * down)

  def click (self, node, across=0.5, down=0.5):
    x, y = self.point (node, across, down)
    self.presses += 1
    atspi.run ('xdotool', 'mousemove', str (x), str (y), 'sleep', '0.1', 'click', '1')

  def choose (self, name):
    """Takes a choice of the menu that is open by its action: GTK 4.8 tells wrong places inside of popovers."""
    self.app.skipped.clear ()   # the menu hangs below the figure
    item = self.app.get ('menu item', name)
    self.app.skipped.add (FIGURE)
    self.presses += 1
    self.app.act (item)

  def press_button (self, name):
    """Clicks a button that stays pressed, and waits until it is."""
    self.click (self.button (name))
    self.app.wait (lambda: is_on (self.button (name)), f'{name!r} pressed')

  def drag (self, *places, let_go=True):
    """Drags from node to node, each with the shares of its width and height. Without let_go the button stays down."""
    points = [self.point (*place) for place in places]
    self.presses += 1
    command = ['mousemove', *map (str, points[0]), 'sleep', '0.1', 'mousedown', '1']
    for (x, y), (to_x, to_y) in zip (points, points[1:]):
      for step in range (1, DRAG_STEPS + 1):
        command += ['sleep', DRAG_PAUSE, 'mousemove', str (x + (to_x - x) * step // DRAG_STEPS),
                    str (y + (to_y - y) * step // DRAG_STEPS)]
    atspi.run ('xdotool', *command, *(['sleep', '0.05', 'mouseup', '1'] if let_go else []))


class Saved:
  """A chart as it lies in its file."""

  def __init__ (self, path):
    self.root = ElementTree.parse (path).getroot ()
    self.symptoms = {int (node.get ('number')): node for node in self.root.iter (NAMESPACE + 'symptom')}
    self.clear = {node.get ('region') for node in self.root.iter (NAMESPACE + 'clear')}

  def marks (self, number):
    """Regions that were marked as a whole, with their role."""
    return {mark.get ('region'): mark.get ('role') for mark in self.symptoms[number].iter (NAMESPACE + 'mark')}

  def strokes (self, number, role=None):
    return [node for node in self.symptoms[number].iter (NAMESPACE + 'stroke') if role in (None, node.get ('role'))]

  def feels (self, number):
    node = self.symptoms[number]
    return {key: node.get (key) for key in ('qualities', 'now', 'depth', 'constancy') if node.get (key) is not None}


def covers (stroke):
  """The share that a stroke covers of each of its regions."""
  return {node.get ('region'): float (node.get ('share')) for node in stroke.iter (NAMESPACE + 'cover')}


def points (stroke):
  """The line of a stroke in mm of its view; an eraser may have left several pieces."""
  return [tuple (map (float, point.split (',')[:2])) for node in stroke.iter (NAMESPACE + 'points')
          for point in node.text.split ()]


def wait_newer (path, than, what, patience=20):
  """Waits until a file was written again; its time of change before that, 0 for none, is what it is compared with."""
  end = time.monotonic () + patience
  while time.monotonic () < end:
    if path.exists () and path.stat ().st_mtime_ns > than:
      return
    time.sleep (0.05)
  raise atspi.Failure (f'waited {patience} s in vain for {what}')


def time_of (path):
  return path.stat ().st_mtime_ns if path.exists () else 0


def run_steps (job_class, program):
  """Speaks TAP. Each step needs the one before, so the first that fails ends the run, with the tree as it was then."""
  with tempfile.TemporaryDirectory (prefix='bc-e2e.') as folder:
    job = job_class (program, Path (folder))
    steps = job.steps ()
    print (f'1..{len (steps)}', flush=True)
    try:
      for number, step in enumerate (steps, 1):
        try:
          step ()
        except Exception as failure:    # whatever it was, it is the step that failed
          print (f'not ok {number} - {step.__doc__}: {failure}', flush=True)
          if job.window and job.window.app.process.poll () is None:
            atspi.print_tree (job.window.app, sys.stderr)
          traceback.print_exc ()        # last, where a shortened log still shows it
          return 1
        print (f'ok {number} - {step.__doc__}', flush=True)
    finally:
      if job.window:
        job.window.close ()
      if hasattr (job, 'close'):
        job.close ()
  return 0
