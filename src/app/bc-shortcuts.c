/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The keys of all commands. Alt with a letter or digit is for the hand that draws: tools and symptoms. Alt with the
 * initial of a panel opens it. Control with a digit is for views, as browsers have it for tabs. Keys on the figure
 * itself (arrows, Space, digits) belong to its widgets. No menu or button of a chart's window has a mnemonic that
 * these would hide; those of the start page lie on commands that need a chart.
 */

#include "bc-shortcuts.h"

static const BcShortcut shortcuts[] = {
  { "app.quit", { "<Control>q" } },
  { "win.new", { "<Control>n" } },
  { "win.open", { "<Control>o" } },
  { "win.recent", { "<Control>r" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Shift><Control>s" } },
  { "win.password", { "<Shift><Control>k" } },
  { "win.export-pdf", { "<Control>e" } },
  { "win.export::png", { "<Shift><Control>e" } },
  { "win.copy-figure", { "<Shift><Control>c" } },
  { "win.copy-text", { "<Shift><Control>t" } },
  { "win.print", { "<Control>p" } },
  { "win.print-preview", { "<Shift><Control>p" } },
  { "window.close", { "<Control>w" } },
  { "win.lock", { "<Shift><Control>l" } },
  { "win.preferences", { "<Control>comma" } },

  { "win.tool(0)", { "<Alt>s" } },
  { "win.tool(1)", { "<Alt>b" } },
  { "win.tool(2)", { "<Alt>r" } },
  { "win.tool(3)", { "<Alt>c" } },
  { "win.tool(4)", { "<Alt>e" } },
  { "win.tool(5)", { "<Alt>p" } },
  { "win.new-symptom", { "<Alt>n" } },
  { "win.symptom(1)", { "<Alt>1" } },
  { "win.symptom(2)", { "<Alt>2" } },
  { "win.symptom(3)", { "<Alt>3" } },
  { "win.symptom(4)", { "<Alt>4" } },
  { "win.symptom(5)", { "<Alt>5" } },
  { "win.symptom(6)", { "<Alt>6" } },
  { "win.symptom(7)", { "<Alt>7" } },
  { "win.symptom(8)", { "<Alt>8" } },
  { "win.symptom(9)", { "<Alt>9" } },
  { "win.drawing::patient", { "<Alt>d" } },
  { "win.drawing::clinician", { "<Alt>u" } },
  { "win.show-differences", { "<Shift><Alt>d" } },
  { "win.nowhere", { "<Alt>x" } },
  { "win.as-patient", { "<Alt>a" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Shift><Control>z", "<Control>y" } },

  { "win.find", { "<Control>f" } },
  { "win.maps", { "<Control>m" } },
  { "win.browse", { "<Control>b" } },
  { "win.dermatomes", { "<Control>d" } },
  { "win.map-off", { "<Shift><Control>m" } },
  { "win.compare", { "<Control>k" } },

  { "win.view::all", { "<Control>1" } },
  { "win.view::front", { "<Control>2" } },
  { "win.view::back", { "<Control>3" } },
  { "win.view::left", { "<Control>4" } },
  { "win.view::right", { "<Control>5" } },
  { "win.view::soles", { "<Control>6" } },
  { "win.view::hands", { "<Control>7" } },
  { "win.zoom-in", { "<Control>plus", "<Control>equal" } },
  { "win.zoom-out", { "<Control>minus" } },
  { "win.zoom-fit", { "<Control>0" } },
  { "win.large-targets", { "<Control>l" } },

  { "win.show-visits", { "F8" } },
  { "win.new-visit::last", { "<Shift><Control>n" } },
  { "win.new-visit::empty", { "<Shift><Alt>n" } },
  { "win.confirm-all", { "<Shift><Control>Return" } },
  { "win.sign-visit", { "<Control>g" } },
  { "win.add-correction", { "<Shift><Control>g" } },
  { "win.step-visit(1)", { "<Alt>Page_Up" } },
  { "win.step-visit(-1)", { "<Alt>Page_Down" } },

  { "win.panel::findings", { "<Alt>f" } },
  { "win.why-not", { "<Alt>w" } },
  { "win.panel::questions", { "<Alt>q" } },
  { "win.panel::patient", { "<Alt>t" } },
  { "win.show-panel", { "F9" } },
  { "win.fullscreen", { "F11" } },
  { "win.show-findings", { "<Control>h" } },
  { "win.show-help-overlay", { "<Control>question", "F1" } },
  { "app.about", { "<Shift>F1" } },
};

/**
 * bc_shortcuts_list:
 *
 * Returns: (transfer none) (array length=n_shortcuts): commands and their keys
 */
const BcShortcut *
bc_shortcuts_list (guint *n_shortcuts)
{
  g_return_val_if_fail (n_shortcuts != NULL, NULL);

  *n_shortcuts = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}

/**
 * bc_shortcuts_install:
 *
 * Binds all keys in all windows of @application; before the first window is made.
 */
void
bc_shortcuts_install (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (application, shortcuts[i].action, shortcuts[i].keys);
}
