/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-view-input.h"
#include "ui-support.h"

/* A canvas in a window, and a hand that uses its tools on the back of the figure. */
typedef struct
{
  BcChart   *chart;
  BcVisit   *visit;
  BcCanvas  *canvas;
  GtkWidget *window;
  char      *said; /* last */
  guint      n_said;
  guint      named;
} ToolsFixture;

void tools_set_up (ToolsFixture  *fixture,
                   gconstpointer  data);
void tools_tear_down (ToolsFixture  *fixture,
                      gconstpointer  data);
BcViewWidget *tools_get_view (ToolsFixture *fixture); /* the back */
BcBox tools_at (ToolsFixture *fixture,
                const char   *id); /* the middle of a region, pixels of the back view */
void tools_set_tool (ToolsFixture *fixture,
                     BcTool        tool);
gpointer tools_get_drag (ToolsFixture *fixture);
void tools_drag_to (ToolsFixture *fixture,
                    const char   *from,
                    const char   *to); /* presses and goes there, without letting go */
void tools_drag (ToolsFixture *fixture,
                 const char   *from,
                 const char   *to);
void tools_click_at (ToolsFixture *fixture,
                     double        x,
                     double        y);
void tools_click (ToolsFixture *fixture,
                  const char   *id);
GListModel *tools_strokes_of (ToolsFixture *fixture,
                              int           number);
guint tools_n_strokes (ToolsFixture *fixture,
                       int           number);
int tools_get_role (ToolsFixture *fixture,
                    int           number,
                    const char   *id); /* of P<number>'s mark of a region, -1 without */
gboolean tools_draws (ToolsFixture *fixture,
                      const char   *id); /* whether P1 does */
gboolean tools_can_undo (ToolsFixture *fixture);
void tools_undo (ToolsFixture *fixture);
gboolean tools_press_key (GtkWidget *widget,
                          guint      key); /* one that is bound in a class, of @widget or above */
GtkWidget *tools_focus (ToolsFixture *fixture,
                        const char   *id);
