/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-summary-private.h"

#include "bc-i18n.h"
#include "bc-summary-content.h"

/* Room between the text and the footer, points. */
#define FOOTER_SPACE 14.0

struct _BcSummary
{
  GObject       parent_instance;

  BcChart      *chart;
  BcVisit      *visit;
  const BcMaps *maps;
  BcSummaryKind kind;
  BcPage        page;
  BcClinic     *clinic; /* (nullable) */

  /* of the last layout */
  PangoContext *pango;
  BcFlow       *flow;
  double        height; /* points */
  double        footer_height;
};

G_DEFINE_TYPE (BcSummary, bc_summary, G_TYPE_OBJECT)

static gboolean
is_mirrored (PangoContext *pango)
{
  return pango_context_get_base_dir (pango) == PANGO_DIRECTION_RTL;
}

/**
 * bc_summary_context_new:
 * @from: whose fonts to take
 *
 * Nothing of its screen or printer is in the measures, so that the same visit breaks at the same places everywhere.
 *
 * Returns: (transfer full): a context for paper
 */
PangoContext *
bc_summary_context_new (PangoContext *from)
{
  PangoContext *pango = pango_font_map_create_context (pango_context_get_font_map (from));
  g_autoptr(PangoFontDescription) font = pango_font_description_from_string (BC_TEXT_FAMILIES);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (pango, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (pango, 72);
  pango_context_set_font_description (pango, font);
  pango_context_set_round_glyph_positions (pango, FALSE);
  pango_context_set_language (pango, pango_context_get_language (from));
  /* Translators: leave this as it is, or write rtl:paper where the language runs from right to left */
  pango_context_set_base_dir (pango, g_str_equal (C_("text direction", "ltr:paper"), "rtl:paper")
                                       ? PANGO_DIRECTION_RTL
                                       : PANGO_DIRECTION_LTR);
  return pango;
}

/**
 * bc_summary_prepare_fonts:
 *
 * Has pango begin to look for the fonts of the system, in a thread of its own, while the caller reads a chart.
 */
void
bc_summary_prepare_fonts (void)
{
  pango_cairo_font_map_get_default ();
}

static PangoLayout *
footer_layout_new (BcSummary *self,
                   double     width)
{
  return bc_text_layout_new (self->pango, BC_FONT_FINE, bc_intended_use (), width);
}

static void
draw_at (cairo_t     *cr,
         PangoLayout *layout,
         double       x,
         double       y)
{
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/* On every page: what this paper is for, whose it is (by reference, since names travel less far), and which page. */
static void
draw_footer (BcSummary *self,
             cairo_t   *cr,
             guint      page)
{
  double width = self->flow->width;
  double top = self->height - self->footer_height;
  gboolean mirrored = is_mirrored (self->pango);
  g_autoptr(PangoLayout) use = footer_layout_new (self, width);
  g_autoptr(PangoLayout) reference = NULL;
  g_autoptr(PangoLayout) number = NULL;
  g_autofree char *reference_text = NULL;
  g_autofree char *page_text = NULL;
  int height;

  bc_set_source_colour (cr, &bc_summary_rule);
  cairo_rectangle (cr, 0, top, width, 0.5);
  cairo_fill (cr);
  bc_set_source_colour (cr, &bc_summary_text);
  draw_at (cr, use, 0, top + 4);
  pango_layout_get_size (use, NULL, &height);
  top += 4 + (double) height / PANGO_SCALE + 2;

  if (*bc_chart_get_reference (self->chart) != '\0')
    /* Translators: the patient's reference number, at the foot of a page */
    reference_text = g_strdup_printf (_("Reference %s"), bc_chart_get_reference (self->chart));
  reference = bc_text_layout_new (self->pango, BC_FONT_FINE, reference_text != NULL ? reference_text : "",
                                  width * 0.7);
  pango_layout_set_single_paragraph_mode (reference, TRUE);
  pango_layout_set_ellipsize (reference, PANGO_ELLIPSIZE_MIDDLE);
  pango_layout_set_auto_dir (reference, FALSE);
  draw_at (cr, reference, mirrored ? width * 0.3 : 0, top);
  /* Translators: the number of a page and how many there are */
  page_text = g_strdup_printf (_("Page %u of %u"), page + 1, self->flow->pages->len);
  number = bc_text_layout_new (self->pango, BC_FONT_FINE, page_text, width * 0.3);
  pango_layout_set_alignment (number, PANGO_ALIGN_RIGHT);
  draw_at (cr, number, mirrored ? 0 : width * 0.7, top);
}

static double
measure_footer (BcSummary *self,
                double     width)
{
  g_autoptr(PangoLayout) use = footer_layout_new (self, width);
  g_autoptr(PangoLayout) line = bc_text_layout_new (self->pango, BC_FONT_FINE, "1", width);
  int use_height, line_height;

  pango_layout_get_size (use, NULL, &use_height);
  pango_layout_get_size (line, NULL, &line_height);
  return 4 + (double) use_height / PANGO_SCALE + 2 + (double) line_height / PANGO_SCALE;
}

static void
bc_summary_dispose (GObject *object)
{
  BcSummary *self = BC_SUMMARY (object);

  g_clear_pointer (&self->flow, bc_flow_free);
  g_clear_object (&self->pango);
  g_clear_pointer (&self->clinic, bc_clinic_unref);
  g_clear_object (&self->visit);
  g_clear_object (&self->chart);
  G_OBJECT_CLASS (bc_summary_parent_class)->dispose (object);
}

static void
bc_summary_class_init (BcSummaryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bc_summary_dispose;
}

static void
bc_summary_init (BcSummary *self)
{
  bc_paper_get_page (BC_PAPER_LOCALE, &self->page);
}

/**
 * bc_summary_new:
 * @chart: whose patient it is about
 * @visit: one visit of @chart
 * @maps: the reference maps; they must outlive the summary
 *
 * Returns: (transfer full): the summary of @visit, not yet laid out
 */
BcSummary *
bc_summary_new (BcChart      *chart,
                BcVisit      *visit,
                const BcMaps *maps)
{
  BcSummary *self;

  g_return_val_if_fail (BC_IS_CHART (chart), NULL);
  g_return_val_if_fail (BC_IS_VISIT (visit), NULL);
  g_return_val_if_fail (maps != NULL, NULL);

  self = g_object_new (BC_TYPE_SUMMARY, NULL);
  self->chart = g_object_ref (chart);
  self->visit = g_object_ref (visit);
  self->maps = maps;
  return self;
}

/* Airy first; the others save a last page that would carry little. */
static const struct
{
  double section_space;
  double figure_share;
  gboolean brief;
} settings[] = { { 15, 0.47, FALSE }, { 12, 0.42, FALSE }, { 10, 0.36, TRUE }, { 8, 0.32, TRUE }, { 8, 0.28, TRUE }, { 8, 0.24, TRUE } };

/* A last page that is filled less than this looks forgotten, share of its height; nor could more be saved. */
#define MIN_FILL 0.35

/* And so does another one that ends higher than this because what follows did not fit. */
#define MAX_WHITE 0.25

/* A letter is read for its words, the patient's copy for its picture. */
static double
get_figure_share (BcSummaryKind kind,
                  guint         setting)
{
  double share = settings[setting].figure_share;

  if (kind == BC_SUMMARY_LETTER)
    return share * 0.55;
  return kind == BC_SUMMARY_PATIENT ? share * 1.1 : share;
}

static BcFlow *
pour (BcSummary        *self,
      const BcFindings *findings,
      double            width,
      double            height,
      guint             setting)
{
  BcContent content = {
    .chart = self->chart,
    .visit = self->visit,
    .maps = self->maps,
    .kind = self->kind,
    .clinic = self->clinic,
    .findings = findings,
    .pango = self->pango,
    .flow = bc_flow_new (width, height),
    .section_space = settings[setting].section_space,
    .figure_share = get_figure_share (self->kind, setting),
    .brief = settings[setting].brief,
  };

  bc_content_build (&content);
  bc_flow_paginate (content.flow);
  return content.flow;
}

static gboolean
is_good (BcFlow *flow)
{
  return flow->pages->len < 2 || (bc_flow_get_fill (flow) >= MIN_FILL && bc_flow_get_white (flow) <= MAX_WHITE);
}

/* Smaller figures are worth a page, or half of what was white. */
static gboolean
is_better (BcFlow *tighter,
           BcFlow *flow)
{
  if (tighter->pages->len != flow->pages->len)
    return tighter->pages->len < flow->pages->len;
  return bc_flow_get_white (flow) > MAX_WHITE && bc_flow_get_white (tighter) < bc_flow_get_white (flow) / 2;
}

/**
 * bc_summary_layout:
 * @pango: a context of the printer or of the PDF, for its fonts
 * @width: of the page without its margins, points
 * @height: of the page without its margins, points
 *
 * Matches the visit and lays the pages out. Call it again after the size or the visit changed.
 */
void
bc_summary_layout (BcSummary    *self,
                   PangoContext *pango,
                   double        width,
                   double        height)
{
  g_autoptr(BcEvidence) evidence = NULL;
  g_autoptr(BcFindings) findings = NULL;
  double text_height;

  g_return_if_fail (BC_IS_SUMMARY (self));
  g_return_if_fail (PANGO_IS_CONTEXT (pango));
  g_return_if_fail (width > 0 && height > 0);

  g_clear_pointer (&self->flow, bc_flow_free);
  g_clear_object (&self->pango);
  bc_content_prepare_figures (self->chart, self->visit);
  self->pango = bc_summary_context_new (pango);
  self->height = height;
  self->footer_height = measure_footer (self, width);
  text_height = MAX (height - self->footer_height - FOOTER_SPACE, 1);
  evidence = bc_evidence_from_visit (self->chart, self->visit);
  findings = bc_match (evidence, self->maps);
  self->flow = pour (self, findings, width, text_height, 0);
  for (guint i = 1; i < G_N_ELEMENTS (settings); i++)
    {
      g_autoptr(BcFlow) tighter = NULL;

      if (is_good (self->flow))
        break;
      tighter = pour (self, findings, width, text_height, i);
      if (is_better (tighter, self->flow))
        {
          bc_flow_free (self->flow);
          self->flow = g_steal_pointer (&tighter);
        }
    }
  bc_flow_stretch (self->flow);
}

/**
 * bc_summary_set_kind:
 * @kind: whom the paper is for
 *
 * Chooses what is on the paper; %BC_SUMMARY_SESSION until it is called. The next layout follows it.
 */
void
bc_summary_set_kind (BcSummary    *self,
                     BcSummaryKind kind)
{
  g_return_if_fail (BC_IS_SUMMARY (self));

  self->kind = kind;
}

/**
 * bc_summary_set_paper:
 * @paper: of bc_summary_export_pdf(); %BC_PAPER_LOCALE until it is called
 */
void
bc_summary_set_paper (BcSummary *self,
                      BcPaper    paper)
{
  g_return_if_fail (BC_IS_SUMMARY (self));

  bc_paper_get_page (paper, &self->page);
}

/**
 * bc_summary_set_page:
 * @page: sheet and margins of bc_summary_export_pdf(), as bc_summary_set_paper() but of any size
 */
void
bc_summary_set_page (BcSummary    *self,
                     const BcPage *page)
{
  g_return_if_fail (BC_IS_SUMMARY (self));
  g_return_if_fail (page != NULL && page->width > page->left + page->right && page->height > page->top + page->bottom);

  self->page = *page;
}

/**
 * bc_summary_set_clinic:
 * @clinic: (nullable): whose paper it is, at the head of the first page
 *
 * The next layout follows it.
 */
void
bc_summary_set_clinic (BcSummary *self,
                       BcClinic  *clinic)
{
  g_return_if_fail (BC_IS_SUMMARY (self));

  g_clear_pointer (&self->clinic, bc_clinic_unref);
  self->clinic = clinic != NULL ? bc_clinic_ref (clinic) : NULL;
}

/**
 * bc_summary_get_title:
 *
 * Returns: (transfer none): what the document is called, without the name of a patient: titles show up in print queues,
 *   viewers and search indexes
 */
const char *
bc_summary_get_title (BcSummary *self)
{
  g_return_val_if_fail (BC_IS_SUMMARY (self), NULL);

  switch (self->kind)
    {
    case BC_SUMMARY_LETTER:
      return _("Bodychart referral letter");
    case BC_SUMMARY_PATIENT:
      return _("Bodychart patient’s copy");
    case BC_SUMMARY_SESSION:
    default:
      return _("Bodychart session summary");
    }
}

/**
 * bc_summary_get_n_pages:
 *
 * Returns: how many pages the last layout has, 0 before the first one
 */
guint
bc_summary_get_n_pages (BcSummary *self)
{
  g_return_val_if_fail (BC_IS_SUMMARY (self), 0);

  return self->flow != NULL ? self->flow->pages->len : 0;
}

/**
 * bc_summary_dup_page_text:
 * @page: from 0
 *
 * Returns: (transfer full): what is written on a page of the last layout, a row a line, for who cannot see it; figures,
 *   their legend and the foot of the page are left out
 */
char *
bc_summary_dup_page_text (BcSummary *self,
                          guint      page)
{
  g_return_val_if_fail (BC_IS_SUMMARY (self), NULL);
  g_return_val_if_fail (page < bc_summary_get_n_pages (self), NULL);

  return bc_flow_dup_page_text (self->flow, page);
}

/**
 * bc_summary_draw_page:
 * @cr: its origin is the upper left corner of the page inside of the margins, one unit a point
 * @page: from 0
 *
 * Draws a page of the last layout.
 */
void
bc_summary_draw_page (BcSummary *self,
                      cairo_t   *cr,
                      guint      page)
{
  g_return_if_fail (BC_IS_SUMMARY (self));
  g_return_if_fail (cr != NULL);
  g_return_if_fail (page < bc_summary_get_n_pages (self));

  cairo_save (cr);
  bc_flow_paint_page (self->flow, cr, page, is_mirrored (self->pango));
  draw_footer (self, cr, page);
  cairo_restore (cr);
}

/**
 * bc_summary_get_visit:
 *
 * Returns: (transfer none): the visit that the summary is of
 */
BcVisit *
bc_summary_get_visit (BcSummary *self)
{
  g_return_val_if_fail (BC_IS_SUMMARY (self), NULL);

  return self->visit;
}

/**
 * bc_summary_get_page:
 *
 * Returns: (transfer none): the sheet of its PDF
 */
const BcPage *
bc_summary_get_page (BcSummary *self)
{
  g_return_val_if_fail (BC_IS_SUMMARY (self), NULL);

  return &self->page;
}

/**
 * bc_intended_use:
 *
 * Returns: (transfer none): what Bodychart is for and what it is not, the one sentence that About, README and
 * every page carry
 */
const char *
bc_intended_use (void)
{
  return _("Bodychart records what a patient reports and compares it with published reference maps to support a "
           "clinician’s own reasoning; it does not diagnose and does not replace examination.");
}
