/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-paper-preview.h"

#include "bc-i18n.h"
#include "bc-paper-sheet.h"

/* Around and between the pages, pixels. */
#define SPACE 24

/* Pixels a point. A page that fits is not made larger than is comfortable to read. */
#define MIN_ZOOM 0.25
#define MAX_ZOOM 5.0
#define MAX_FIT 1.6
#define STEP 1.25

/* What the zoom follows when the window changes its size. */
typedef enum
{
  FIT_NOTHING,
  FIT_WIDTH,
  FIT_PAGE
} Fit;

struct _BcPaperPreview
{
  AdwWindow     parent_instance;

  BcSummary    *summary;
  GtkPageSetup *setup;
  BcSummaryKind kind;
  double        zoom;
  Fit           fit;
  double        pinched; /* the zoom with which a pinch began */
  guint         fit_source;

  GtkWidget    *kinds;
  GtkWidget    *scroll;
  GtkWidget    *sheets;
  GtkWidget    *zoom_button;
  GtkWidget    *count;
};

G_DEFINE_TYPE (BcPaperPreview, bc_paper_preview, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_PRINT,
  SIGNAL_SAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static double
get_paper_width (BcPaperPreview *self)
{
  return gtk_page_setup_get_paper_width (self->setup, GTK_UNIT_POINTS);
}

static double
get_paper_height (BcPaperPreview *self)
{
  return gtk_page_setup_get_paper_height (self->setup, GTK_UNIT_POINTS);
}

static void
size_sheets (BcPaperPreview *self)
{
  g_autofree char *percent = NULL;

  for (GtkWidget *sheet = gtk_widget_get_first_child (self->sheets); sheet != NULL;
       sheet = gtk_widget_get_next_sibling (sheet))
    bc_paper_sheet_set_zoom (sheet, self->zoom);
  /* Translators: how large a page is shown, of its size on paper at 96 dots an inch */
  percent = g_strdup_printf (_("%d %%"), (int) (self->zoom * 75 + 0.5));
  gtk_button_set_label (GTK_BUTTON (self->zoom_button), percent);
}

static void
set_zoom (BcPaperPreview *self,
          double          zoom)
{
  zoom = CLAMP (zoom, MIN_ZOOM, MAX_ZOOM);
  if (zoom == self->zoom)
    return;
  self->zoom = zoom;
  size_sheets (self);
}

static gboolean
fit_cb (gpointer data)
{
  BcPaperPreview *self = BC_PAPER_PREVIEW (data);
  GtkScrolledWindow *scroll = GTK_SCROLLED_WINDOW (self->scroll);
  double across = gtk_adjustment_get_page_size (gtk_scrolled_window_get_hadjustment (scroll)) - 2 * SPACE;
  double down = gtk_adjustment_get_page_size (gtk_scrolled_window_get_vadjustment (scroll)) - 2 * SPACE;

  self->fit_source = 0;
  if (self->fit == FIT_NOTHING || across <= 0 || down <= 0)
    return G_SOURCE_REMOVE;
  if (self->fit == FIT_WIDTH)
    set_zoom (self, MIN (across / get_paper_width (self), MAX_FIT));
  else
    set_zoom (self, MIN (across / get_paper_width (self), down / get_paper_height (self)));
  return G_SOURCE_REMOVE;
}

/* Not while the window is being laid out. */
static void
queue_fit (BcPaperPreview *self)
{
  if (self->fit != FIT_NOTHING && self->fit_source == 0)
    self->fit_source = g_idle_add (fit_cb, self);
}

static void
lay_out (BcPaperPreview *self)
{
  PangoContext *pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autofree char *count = NULL;
  GtkWidget *sheet;
  guint n_pages;

  bc_summary_set_kind (self->summary, self->kind);
  bc_summary_layout (self->summary, pango, gtk_page_setup_get_page_width (self->setup, GTK_UNIT_POINTS),
                     gtk_page_setup_get_page_height (self->setup, GTK_UNIT_POINTS));
  g_object_unref (pango);
  n_pages = bc_summary_get_n_pages (self->summary);
  while ((sheet = gtk_widget_get_first_child (self->sheets)) != NULL)
    gtk_box_remove (GTK_BOX (self->sheets), sheet);
  for (guint page = 0; page < n_pages; page++)
    gtk_box_append (GTK_BOX (self->sheets), bc_paper_sheet_new (self->summary, self->setup, page));
  count = g_strdup_printf (ngettext_ ("%u page", "%u pages", n_pages), n_pages);
  gtk_label_set_text (GTK_LABEL (self->count), count);
  size_sheets (self);
}

static void
kind_cb (GtkDropDown    *kinds,
         GParamSpec     *pspec,
         BcPaperPreview *self)
{
  guint chosen = gtk_drop_down_get_selected (kinds);

  g_assert (BC_IS_PAPER_PREVIEW (self));

  if (chosen == GTK_INVALID_LIST_POSITION || chosen == self->kind)
    return;
  self->kind = (BcSummaryKind) chosen;
  lay_out (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroll)), 0);
}

static void
zoom_by_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  BcPaperPreview *self = BC_PAPER_PREVIEW (widget);
  double factor = g_str_equal (name, "preview.zoom-in") ? STEP : 1 / STEP;

  self->fit = FIT_NOTHING;
  set_zoom (self, self->zoom * factor);
}

static void
zoom_fit_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BcPaperPreview *self = BC_PAPER_PREVIEW (widget);

  self->fit = g_str_equal (name, "preview.zoom-page") ? FIT_PAGE : FIT_WIDTH;
  queue_fit (self);
}

static void
print_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_PRINT], 0, BC_PAPER_PREVIEW (widget)->summary);
}

static void
save_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_SAVE], 0, BC_PAPER_PREVIEW (widget)->summary);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           BcPaperPreview           *self)
{
  g_assert (BC_IS_PAPER_PREVIEW (self));

  if ((gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller)) & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), dy < 0 ? "preview.zoom-in" : "preview.zoom-out", NULL);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture       *pinch,
                GdkEventSequence *sequence,
                BcPaperPreview   *self)
{
  g_assert (BC_IS_PAPER_PREVIEW (self));

  self->fit = FIT_NOTHING;
  self->pinched = self->zoom;
}

static void
pinch_cb (GtkGestureZoom *pinch,
          double          factor,
          BcPaperPreview *self)
{
  g_assert (BC_IS_PAPER_PREVIEW (self));

  set_zoom (self, self->pinched * factor);
}

static void
bc_paper_preview_dispose (GObject *object)
{
  BcPaperPreview *self = BC_PAPER_PREVIEW (object);

  g_clear_handle_id (&self->fit_source, g_source_remove);
  G_OBJECT_CLASS (bc_paper_preview_parent_class)->dispose (object);
}

static void
bc_paper_preview_finalize (GObject *object)
{
  BcPaperPreview *self = BC_PAPER_PREVIEW (object);

  g_clear_object (&self->setup);
  g_clear_object (&self->summary);
  G_OBJECT_CLASS (bc_paper_preview_parent_class)->finalize (object);
}

static void
bc_paper_preview_class_init (BcPaperPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct
  {
    guint           key;
    GdkModifierType modifiers;
    const char     *action;
  } keys[] = {
    { GDK_KEY_plus, GDK_CONTROL_MASK, "preview.zoom-in" },   { GDK_KEY_equal, GDK_CONTROL_MASK, "preview.zoom-in" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "preview.zoom-out" }, { GDK_KEY_0, GDK_CONTROL_MASK, "preview.zoom-fit" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "preview.zoom-in" }, { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "preview.zoom-out" },
    { GDK_KEY_1, GDK_CONTROL_MASK, "preview.zoom-page" },
    { GDK_KEY_p, GDK_CONTROL_MASK, "preview.print" },        { GDK_KEY_e, GDK_CONTROL_MASK, "preview.save" },
    { GDK_KEY_Escape, 0, "window.close" },                   { GDK_KEY_w, GDK_CONTROL_MASK, "window.close" },
  };

  G_OBJECT_CLASS (klass)->dispose = bc_paper_preview_dispose;
  G_OBJECT_CLASS (klass)->finalize = bc_paper_preview_finalize;
  signals[SIGNAL_PRINT] = g_signal_new ("print", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, BC_TYPE_SUMMARY);
  signals[SIGNAL_SAVE] = g_signal_new ("save", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, BC_TYPE_SUMMARY);
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_by_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_by_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-fit", NULL, zoom_fit_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-page", NULL, zoom_fit_cb);
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "preview.save", NULL, save_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
}

static GtkWidget *
button_new (const char *icon,
            const char *action,
            const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
build_header (BcPaperPreview *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *print = gtk_button_new_with_mnemonic (_("_Print…"));
  /* In the order of BcSummaryKind. */
  const char *const kinds[] = { _("Session summary"), _("Referral letter"), _("Patient’s copy"), NULL };

  self->kinds = gtk_drop_down_new_from_strings (kinds);
  gtk_widget_set_tooltip_text (self->kinds, _("What is printed"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kinds), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What is printed"),
                                  -1);
  g_signal_connect_object (self->kinds, "notify::selected", G_CALLBACK (kind_cb), self, 0);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->kinds);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (print), "preview.print");
  gtk_widget_add_css_class (print, "suggested-action");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), print);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header),
                             button_new ("document-save-as-symbolic", "preview.save", _("Save as PDF")));
  return header;
}

static GtkWidget *
build_bar (BcPaperPreview *self)
{
  GtkWidget *bar = gtk_action_bar_new ();
  GtkWidget *zoom = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_widget_set_margin_start (self->count, 6);
  gtk_action_bar_pack_start (GTK_ACTION_BAR (bar), self->count);
  self->zoom_button = gtk_button_new_with_label ("");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->zoom_button), "preview.zoom-fit");
  gtk_widget_set_tooltip_text (self->zoom_button, _("Fit the width of the window"));
  gtk_widget_add_css_class (self->zoom_button, "flat");
  gtk_widget_add_css_class (self->zoom_button, "numeric");
  gtk_box_append (GTK_BOX (zoom), button_new ("zoom-out-symbolic", "preview.zoom-out", _("Smaller")));
  gtk_box_append (GTK_BOX (zoom), self->zoom_button);
  gtk_box_append (GTK_BOX (zoom), button_new ("zoom-in-symbolic", "preview.zoom-in", _("Larger")));
  gtk_box_append (GTK_BOX (zoom), button_new ("zoom-fit-best-symbolic", "preview.zoom-page", _("Show a whole page")));
  gtk_action_bar_pack_end (GTK_ACTION_BAR (bar), zoom);
  return bar;
}

static void
bc_paper_preview_init (BcPaperPreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  self->zoom = 1;
  self->fit = FIT_WIDTH;
  self->sheets = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACE);
  gtk_widget_set_margin_top (self->sheets, SPACE);
  gtk_widget_set_margin_bottom (self->sheets, SPACE);
  gtk_widget_set_margin_start (self->sheets, SPACE);
  gtk_widget_set_margin_end (self->sheets, SPACE);
  self->scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), self->sheets);
  gtk_widget_set_vexpand (self->scroll, TRUE);
  gtk_widget_set_focusable (self->scroll, TRUE); /* arrows and Page Down scroll */
  gtk_widget_add_css_class (self->scroll, "paper-desk");
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, 0);
  gtk_widget_add_controller (self->scroll, scroll);
  g_signal_connect_object (pinch, "begin", G_CALLBACK (pinch_begin_cb), self, 0);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (pinch_cb), self, 0);
  gtk_widget_add_controller (self->scroll, GTK_EVENT_CONTROLLER (pinch));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroll)),
                           "notify::page-size", G_CALLBACK (queue_fit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroll)),
                           "notify::page-size", G_CALLBACK (queue_fit), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), build_header (self));
  gtk_box_append (GTK_BOX (box), self->scroll);
  gtk_box_append (GTK_BOX (box), build_bar (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("Print preview"));
  gtk_window_set_default_size (GTK_WINDOW (self), 860, 900);
}

/**
 * bc_paper_preview_new:
 * @summary: what is to be printed; its kind is the preview's from now on
 * @setup: paper and margins
 *
 * Returns: (transfer none): a window, which GTK owns
 */
BcPaperPreview *
bc_paper_preview_new (BcSummary    *summary,
                      GtkPageSetup *setup)
{
  BcPaperPreview *self;

  g_return_val_if_fail (BC_IS_SUMMARY (summary), NULL);
  g_return_val_if_fail (GTK_IS_PAGE_SETUP (setup), NULL);

  self = g_object_new (BC_TYPE_PAPER_PREVIEW, NULL);
  self->summary = g_object_ref (summary);
  self->setup = g_object_ref (setup);
  lay_out (self);
  gtk_widget_grab_focus (self->scroll);
  return self;
}

/**
 * bc_paper_preview_set_page_setup:
 * @setup: other paper and margins, as that of the printer that was chosen
 */
void
bc_paper_preview_set_page_setup (BcPaperPreview *self,
                                 GtkPageSetup   *setup)
{
  g_return_if_fail (BC_IS_PAPER_PREVIEW (self));
  g_return_if_fail (GTK_IS_PAGE_SETUP (setup));

  g_set_object (&self->setup, setup);
  lay_out (self);
  queue_fit (self);
}

/**
 * bc_paper_preview_get_kind:
 *
 * Returns: which paper is shown
 */
BcSummaryKind
bc_paper_preview_get_kind (BcPaperPreview *self)
{
  g_return_val_if_fail (BC_IS_PAPER_PREVIEW (self), BC_SUMMARY_SESSION);

  return self->kind;
}

/**
 * bc_paper_preview_get_zoom:
 *
 * Returns: how many pixels of the screen a point of the paper has
 */
double
bc_paper_preview_get_zoom (BcPaperPreview *self)
{
  g_return_val_if_fail (BC_IS_PAPER_PREVIEW (self), 0);

  return self->zoom;
}
