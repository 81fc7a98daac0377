#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a GTK 4 program through the accessibility bus, with the real pointer and keyboard where wanted.

    gui-env /usr/bin/python3 atspi.py [--tree] [--lint] -- PROGRAM [ARGUMENT...]
      --tree   print the tree: role 'name' {states} [actions]
      --lint   fail on focusable nodes without a name of their own and on siblings with the same name

As a module:
    with App (['bodychart', 'new.bodychart']) as app:
      app.act (app.get ('check box', 'Outer leg below the knee, right'))

Needs python3-gi and gir1.2-atspi-2.0, and xdotool and xprop for pointer and keys. What GTK 4.8 does not give, and
what is done about it here: the state `showing` is set on windows only, and positions leave out the frame that the
window draws around itself; there are no positions on the screen; focus cannot be grabbed (press Tab); libatspi keeps
old states (its cache is cleared before each reading).
"""
import argparse
import re
import subprocess
import sys
import time
import warnings

import gi

gi.require_version ('Atspi', '2.0')
warnings.simplefilter ('ignore')

from gi.repository import Atspi, GLib  # noqa: E402 (the version has to be asked for first)


class Failure (Exception):
  """Something was not as a user would need it."""


def run (*arguments):
  return subprocess.run (arguments, check=True, capture_output=True, text=True, timeout=30).stdout


def describe (node):
  return f'{node.get_role_name ()} {node.get_name ()!r}'


def states (node):
  node.clear_cache ()
  return {state.value_nick for state in node.get_state_set ().get_states ()}


def actions (node):
  interface = node.get_action_iface ()
  if not interface:
    return []
  return [Atspi.Action.get_action_name (interface, i) for i in range (Atspi.Action.get_n_actions (interface))]


class App:
  """A running program and its tree. Patience is in seconds and only ends a wait that would fail anyway."""

  def __init__ (self, arguments, patience=30, **popen):
    Atspi.init ()
    Atspi.set_timeout (10000, 10000)
    self.patience = patience
    self.skipped = set ()       # names of nodes whose children are left out: each node costs some milliseconds
    self.root = None
    self.process = subprocess.Popen (arguments, **popen)
    try:
      self.root = self.wait (self._look_up, 'the program on the accessibility bus')
    except Failure:
      self.close ()
      raise

  def __enter__ (self):
    return self

  def __exit__ (self, *_exception):
    self.close ()

  def _look_up (self):
    desktop = Atspi.get_desktop (0)
    for i in range (desktop.get_child_count ()):
      try:
        node = desktop.get_child_at_index (i)
        if node and node.get_process_id () == self.process.pid and node.get_child_count ():
          return node
      except GLib.Error:
        pass                    # another program that is just starting or leaving
    return None

  def wait (self, test, what):
    """Calls test until it gives something true, and hands that on."""
    end = time.monotonic () + self.patience
    while True:
      if self.process.poll () is not None:
        raise Failure (f'the program ended with status {self.process.returncode} while waiting for {what}')
      found = test ()
      if found:
        return found
      if time.monotonic () > end:
        raise Failure (f'waited {self.patience} s in vain for {what}')
      time.sleep (0.05)

  def wait_end (self):
    """Waits until the program has ended by itself and gives its status."""
    try:
      return self.process.wait (self.patience)
    except subprocess.TimeoutExpired:
      raise Failure ('the program did not end') from None

  def walk (self, node=None, depth=0):
    node = node or self.root
    yield node, depth
    try:
      node.clear_cache ()
      count = 0 if self.skipped and node.get_name () in self.skipped else node.get_child_count ()
    except GLib.Error:
      return
    for i in range (count):
      try:
        child = node.get_child_at_index (i)
      except GLib.Error:
        continue
      if child:
        yield from self.walk (child, depth + 1)

  def matches (self, role=None, name=None, under=None):
    """Nodes with that role, and that name: a string that is equal, or a pattern that is found in it."""
    for node, _depth in self.walk (under):
      try:
        if role is not None and node.get_role_name () != role:
          continue
        found = node.get_name () or ''
        if name is None or (name.search (found) if isinstance (name, re.Pattern) else name == found):
          yield node
      except GLib.Error:
        pass                    # it left while we looked

  def find (self, role=None, name=None, under=None):
    return next (self.matches (role, name, under), None)

  def get (self, role=None, name=None, under=None):
    return self.wait (lambda: self.find (role, name, under), f'{role or "a node"} named {name!r}')

  def act (self, node, name=None):
    """Invokes an action of the node: the one named, or its first."""
    names = actions (node)
    if not names or (name and name not in names):
      raise Failure (f'{describe (node)} has no action {name or ""}; it has {names}')
    if not Atspi.Action.do_action (node.get_action_iface (), names.index (name) if name else 0):
      raise Failure (f'{describe (node)} refused its action')

  def window_of (self, node):
    while node.get_parent () and node.get_parent ().get_role_name () != 'application':
      node = node.get_parent ()
    return node

  def x_window (self, window):
    """The X window behind an accessible one: its id, the place of its contents on the screen."""
    extents = Atspi.Component.get_extents (window.get_component_iface (), Atspi.CoordType.WINDOW)
    best = None
    for number in run ('xdotool', 'search', '--onlyvisible', '--pid', str (self.process.pid)).split ():
      geometry = dict (line.split ('=') for line in run ('xdotool', 'getwindowgeometry', '--shell', number).split ())
      width, height = int (geometry['WIDTH']), int (geometry['HEIGHT'])
      if width < extents.width or height < extents.height:
        continue
      frame = run ('xprop', '-id', number, '_GTK_FRAME_EXTENTS')
      if '=' in frame:
        left, _right, top, _bottom = (int (side) for side in frame.split ('=')[1].split (','))
      else:                     # without a compositor: the same border on every side, and nothing tells its width
        left = top = (width - extents.width) // 2
      if best is None or width * height < best[0]:
        best = (width * height, number, int (geometry['X']) + left, int (geometry['Y']) + top)
    if best is None:
      raise Failure ('no window on the screen fits the accessible one')
    return best[1:]

  def place (self, node, across=0.5, down=0.5):
    """A point of the node on the screen, as shares of its width and height."""
    _number, x, y = self.x_window (self.window_of (node))
    extents = Atspi.Component.get_extents (node.get_component_iface (), Atspi.CoordType.WINDOW)
    return x + extents.x + round (extents.width * across), y + extents.y + round (extents.height * down)

  def click (self, node, across=0.5, down=0.5):
    """A click of the real pointer."""
    x, y = self.place (node, across, down)
    run ('xdotool', 'mousemove', str (x), str (y), 'sleep', '0.1', 'click', '1')

  def key (self, *keys):
    run ('xdotool', 'key', *keys)       # never --window: GTK 4 drops such keys

  def type (self, text):
    run ('xdotool', 'type', '--delay', '20', text)

  def close (self):
    if self.process.poll () is None:
      self.process.terminate ()
      try:
        self.process.wait (10)
      except subprocess.TimeoutExpired:
        self.process.kill ()
        self.process.wait ()


def print_tree (app, out=sys.stdout):
  for node, depth in app.walk ():
    try:
      shown = states (node) - {'visible', 'sensitive', 'enabled'}
      # Every label has the same actions of a text; they would only hide what matters.
      can = actions (node) if 'focusable' in shown or depth == 1 else []
      print ('  ' * depth + describe (node), '{' + ' '.join (sorted (shown)) + '}', *can, file=out)
    except GLib.Error:
      pass                      # it left while we looked


def lint (app, under=None):
  """What a listener could not tell apart or make sense of, in words."""
  bad = []
  for node, _depth in app.walk (under):
    name = node.get_name () or ''
    if 'focusable' in states (node):
      # A widget without a label is announced by its class.
      if not name.strip () or re.fullmatch (r'(Gtk|Adw|Bc)[A-Z]\w*', name):
        bad.append (f'{describe (node)} can be focused and has no name of its own')
      if '_' in name:
        bad.append (f'{describe (node)} has the underscore of a mnemonic in its name')
    twins = {}
    for i in range (node.get_child_count ()):
      child = node.get_child_at_index (i)
      if child and child.get_name () and 'focusable' in states (child):
        twins[describe (child)] = twins.get (describe (child), 0) + 1
    bad += [f'{count} siblings are called {who}' for who, count in twins.items () if count > 1]
  return bad


def main ():
  parser = argparse.ArgumentParser (description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
  parser.add_argument ('--tree', action='store_true')
  parser.add_argument ('--lint', action='store_true')
  parser.add_argument ('program', nargs='+')
  options = parser.parse_args ()
  try:
    with App (options.program) as app:
      if options.tree:
        print_tree (app)
      bad = lint (app) if options.lint else []
  except (Failure, OSError) as failure:
    bad = [str (failure)]
  for line in bad:
    print (line, file=sys.stderr)
  return 1 if bad else 0


if __name__ == '__main__':
  sys.exit (main ())
