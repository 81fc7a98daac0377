/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-chart-file.h"

#include "bc-i18n.h"
#include "bc-region.h"
#include "bc-stroke-text.h"

#include <string.h>

/*
 * One element a line and a fixed order, so that a small edit of a chart is a small difference of the file.
 */

static gboolean
fits_xml (gunichar c)
{
  return (c >= 0x20 && c != 0xFFFE && c != 0xFFFF) || c == '\t' || c == '\n' || c == '\r';
}

/* Line breaks stay readable in elements; in attributes, and for what a parser would otherwise change, references. */
static void
append_escaped (GString    *out,
                const char *text,
                gboolean    in_attribute)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '&')
        g_string_append (out, "&amp;");
      else if (c == '<')
        g_string_append (out, "&lt;");
      else if (c == '>')
        g_string_append (out, "&gt;");
      else if (c == '"' && in_attribute)
        g_string_append (out, "&quot;");
      else if (c == '\r' || c == '\t' || (c == '\n' && in_attribute))
        g_string_append_printf (out, "&#%u;", c);
      else if (fits_xml (c))
        g_string_append_unichar (out, c);
    }
}

static void
append_attribute (GString    *out,
                  const char *name,
                  const char *value)
{
  if (value == NULL || value[0] == '\0')
    return;
  g_string_append_printf (out, " %s=\"", name);
  append_escaped (out, value, TRUE);
  g_string_append_c (out, '"');
}

/* @none: the value that stands for not given. */
static void
append_number (GString    *out,
               const char *name,
               int         value,
               int         none)
{
  if (value != none)
    g_string_append_printf (out, " %s=\"%d\"", name, value);
}

static void
indent (GString *out,
        guint    depth)
{
  for (guint i = 0; i < depth; i++)
    g_string_append (out, "  ");
}

static void
append_text_element (GString    *out,
                     guint       depth,
                     const char *name,
                     const char *text)
{
  gsize before = out->len;
  gsize empty;

  indent (out, depth);
  g_string_append_printf (out, "<%s>", name);
  empty = out->len;
  append_escaped (out, text, FALSE);
  if (out->len == empty)
    g_string_truncate (out, before);
  else
    g_string_append_printf (out, "</%s>\n", name);
}

/* @children: finished lines; "" makes an empty element. */
static void
append_element (GString    *out,
                guint       depth,
                const char *name,
                const char *attributes,
                const char *children)
{
  indent (out, depth);
  g_string_append_printf (out, "<%s%s", name, attributes);
  if (children[0] == '\0')
    {
      g_string_append (out, "/>\n");
      return;
    }
  g_string_append_printf (out, ">\n%s", children);
  indent (out, depth);
  g_string_append_printf (out, "</%s>\n", name);
}

/* An element that holds text only; attributes alone are something to write too. */
static void
append_content (GString    *out,
                guint       depth,
                const char *name,
                const char *attributes,
                const char *text)
{
  gsize empty;

  indent (out, depth);
  g_string_append_printf (out, "<%s%s>", name, attributes);
  empty = out->len;
  append_escaped (out, text, FALSE);
  if (out->len > empty)
    {
      g_string_append_printf (out, "</%s>\n", name);
      return;
    }
  g_string_truncate (out, empty - 1);
  g_string_append (out, "/>\n");
}

static void
append_patient (GString *out,
                BcChart *chart)
{
  g_autoptr(GString) attributes = g_string_new (NULL);
  g_autoptr(GString) children = g_string_new (NULL);

  append_attribute (attributes, "sex", bc_terms_get_id (&bc_sex_terms, (int) bc_chart_get_sex (chart)));
  append_text_element (children, 2, "name", bc_chart_get_name (chart));
  append_text_element (children, 2, "birth-date", bc_chart_get_birth_date (chart));
  append_text_element (children, 2, "reference", bc_chart_get_reference (chart));
  if (attributes->len > 0 || children->len > 0)
    append_element (out, 1, "patient", attributes->str, children->str);
}

static void
append_mark (GString *out,
             BcMark  *mark)
{
  g_autoptr(GString) attributes = g_string_new (NULL);

  append_attribute (attributes, "region", bc_region_get_id (bc_mark_get_region (mark)));
  append_attribute (attributes, "role", bc_terms_get_id (&bc_role_terms, (int) bc_mark_get_role (mark)));
  append_element (out, 3, "mark", attributes->str, "");
}

/* As bc_stroke_new() rounds them. */
#define WIDTH_DECIMALS 1
#define SHARE_DECIMALS 3

static void
append_decimal (GString    *out,
                const char *name,
                double      value,
                guint       decimals)
{
  g_string_append_printf (out, " %s=\"", name);
  bc_stroke_text_append_number (out, value, decimals);
  g_string_append_c (out, '"');
}

static void
append_stroke (GString  *out,
               BcStroke *stroke)
{
  g_autoptr(GString) attributes = g_string_new (NULL);
  g_autoptr(GString) children = g_string_new ("        <points>");
  guint n_points;
  guint n_covers;
  const BcStrokePoint *points = bc_stroke_get_points (stroke, &n_points);
  const BcCover *covers = bc_stroke_get_covers (stroke, &n_covers);

  append_attribute (attributes, "figure", bc_terms_get_id (&bc_figure_terms, (int) bc_stroke_get_figure (stroke)));
  append_attribute (attributes, "view", bc_terms_get_id (&bc_view_terms, (int) bc_stroke_get_view (stroke)));
  append_attribute (attributes, "role", bc_terms_get_id (&bc_role_terms, (int) bc_stroke_get_role (stroke)));
  append_decimal (attributes, "width", bc_stroke_get_width (stroke), WIDTH_DECIMALS);
  bc_stroke_text_append_points (children, points, n_points);
  g_string_append (children, "</points>\n");
  for (guint i = 0; i < n_covers; i++)
    {
      g_autoptr(GString) cover = g_string_new (NULL);

      append_attribute (cover, "region", bc_region_get_id (covers[i].region));
      append_decimal (cover, "share", covers[i].share, SHARE_DECIMALS);
      append_decimal (cover, "part", covers[i].part, SHARE_DECIMALS);
      append_element (children, 4, "cover", cover->str, "");
    }
  append_element (out, 3, "stroke", attributes->str, children->str);
}

/* Each kind of item of a list has one function that writes it. */
#define APPEND_ALL(out, list, Type, append) \
  G_STMT_START { \
    GListModel *_items = G_LIST_MODEL (list); \
    guint _n = g_list_model_get_n_items (_items); \
    for (guint _i = 0; _i < _n; _i++) \
      { \
        g_autoptr(Type) _item = g_list_model_get_item (_items, _i); \
        append (out, _item); \
      } \
  } G_STMT_END

static void
append_symptom (GString   *out,
                BcSymptom *symptom)
{
  g_autoptr(GString) attributes = g_string_new (NULL);
  g_autoptr(GString) children = g_string_new (NULL);
  g_autofree char *qualities = bc_qualities_dup_ids (bc_symptom_get_qualities (symptom));

  append_number (attributes, "number", bc_symptom_get_number (symptom), 0);
  append_attribute (attributes, "qualities", qualities);
  append_number (attributes, "now", bc_symptom_get_now (symptom), BC_NRS_UNKNOWN);
  append_number (attributes, "best", bc_symptom_get_best (symptom), BC_NRS_UNKNOWN);
  append_number (attributes, "worst", bc_symptom_get_worst (symptom), BC_NRS_UNKNOWN);
  append_attribute (attributes, "depth", bc_terms_get_id (&bc_depth_terms, (int) bc_symptom_get_depth (symptom)));
  append_attribute (attributes, "constancy",
                    bc_terms_get_id (&bc_constancy_terms, (int) bc_symptom_get_constancy (symptom)));
  APPEND_ALL (children, bc_symptom_get_marks (symptom), BcMark, append_mark);
  APPEND_ALL (children, bc_symptom_get_strokes (symptom), BcStroke, append_stroke);
  append_text_element (children, 3, "onset", bc_symptom_get_onset (symptom));
  append_text_element (children, 3, "day-pattern", bc_symptom_get_day_pattern (symptom));
  append_text_element (children, 3, "aggravating", bc_symptom_get_aggravating (symptom));
  append_text_element (children, 3, "easing", bc_symptom_get_easing (symptom));
  append_text_element (children, 3, "notes", bc_symptom_get_notes (symptom));
  append_element (out, 2, "symptom", attributes->str, children->str);
}

static void
append_clear (GString *out,
              BcMark  *clear)
{
  g_autoptr(GString) attributes = g_string_new (NULL);

  append_attribute (attributes, "region", bc_region_get_id (bc_mark_get_region (clear)));
  append_element (out, 2, "clear", attributes->str, "");
}

static void
append_answer (GString  *out,
               BcAnswer *answer)
{
  g_autoptr(GString) attributes = g_string_new (NULL);
  const char *value = bc_terms_get_id (&bc_answer_terms, (int) bc_answer_get_value (answer));

  if (value == NULL) /* not asked */
    return;
  append_attribute (attributes, "id", bc_answer_get_id (answer));
  append_attribute (attributes, "value", value);
  append_element (out, 2, "answer", attributes->str, "");
}

static void
append_tick (GString *out,
             BcTick  *tick)
{
  g_autoptr(GString) attributes = g_string_new (NULL);

  append_attribute (attributes, "pattern", bc_tick_get_pattern (tick));
  append_attribute (attributes, "side", bc_side_get_id ((BcSide) bc_tick_get_side (tick)));
  append_element (out, 2, "tick", attributes->str, "");
}

static void
append_flag_action (GString      *out,
                    BcFlagAction *action)
{
  g_autoptr(GString) attributes = g_string_new (NULL);

  append_attribute (attributes, "flag", bc_flag_action_get_flag (action));
  append_attribute (attributes, "action", bc_terms_get_id (&bc_action_terms, (int) bc_flag_action_get_action (action)));
  append_attribute (attributes, "when", bc_flag_action_get_when (action));
  append_attribute (attributes, "by", bc_flag_action_get_who (action));
  append_attribute (attributes, "lowered", bc_flag_action_get_lowered (action) ? "yes" : NULL);
  append_content (out, 2, "flag-action", attributes->str, bc_flag_action_get_comment (action));
}

static void
append_visit (GString *out,
              BcVisit *visit)
{
  g_autoptr(GString) attributes = g_string_new (NULL);
  g_autoptr(GString) children = g_string_new (NULL);

  append_attribute (attributes, "date", bc_visit_get_date (visit));
  append_number (attributes, "age", bc_visit_get_age (visit), BC_AGE_UNKNOWN);
  append_text_element (children, 2, "clinician", bc_visit_get_clinician (visit));
  APPEND_ALL (children, bc_visit_get_symptoms (visit), BcSymptom, append_symptom);
  append_text_element (children, 2, "relation", bc_visit_get_relation (visit));
  APPEND_ALL (children, bc_visit_get_clears (visit), BcMark, append_clear);
  APPEND_ALL (children, bc_visit_get_answers (visit), BcAnswer, append_answer);
  APPEND_ALL (children, bc_visit_get_ticks (visit), BcTick, append_tick);
  APPEND_ALL (children, bc_visit_get_flag_actions (visit), BcFlagAction, append_flag_action);
  append_text_element (children, 2, "notes", bc_visit_get_notes (visit));
  append_text_element (children, 2, "plan", bc_visit_get_plan (visit));
  append_element (out, 1, "visit", attributes->str, children->str);
}

/**
 * bc_chart_write:
 * @chart: a chart
 *
 * Writes the chart file (resources/schemas/README.md) in memory. What was not given is left out. Text comes back
 * exactly as it was, except for characters that XML 1.0 cannot hold (control characters other than tab, line feed
 * and carriage return, and U+FFFE and U+FFFF): those are left out.
 *
 * Returns: (transfer full): the bytes; the same chart always gives the same bytes
 */
GBytes *
bc_chart_write (BcChart *chart)
{
  g_autoptr(GString) attributes = g_string_new (NULL);
  g_autoptr(GString) children = g_string_new (NULL);
  GString *out;

  g_return_val_if_fail (BC_IS_CHART (chart), NULL);

  append_attribute (attributes, "xmlns", BC_CHART_NAMESPACE);
  append_number (attributes, "version", BC_CHART_VERSION, 0);
  append_attribute (attributes, "figure", bc_terms_get_id (&bc_figure_terms, (int) bc_chart_get_figure (chart)));
  append_patient (children, chart);
  APPEND_ALL (children, bc_chart_get_visits (chart), BcVisit, append_visit);
  out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  append_element (out, 0, "chart", attributes->str, children->str);
  return g_string_free_to_bytes (out);
}

/* Takes @cause. The line that it names is one of a file that nobody has, so it is left out. */
static gboolean
not_saved (const char  *name,
           GError      *cause,
           GError     **error)
{
  const char *text = cause->message + strlen (name) + 1;

  text += strspn (text, "0123456789");
  /* Translators: file name, then what is wrong with the chart and what to do */
  g_set_error (error, cause->domain, cause->code, _("%s: not saved%s"), name, text);
  g_error_free (cause);
  return FALSE;
}

/**
 * bc_chart_save_bytes:
 * @bytes: what bc_chart_write() made; it may be saved by another thread than the one that edits the chart
 * @file: where to
 * @seen_etag: (nullable): etag that loading or the last saving gave; %NULL for a new file
 * @flags: whether to replace what someone else wrote meanwhile
 * @new_etag: (out) (optional) (nullable): etag for the next saving
 * @cancellable: (nullable): stops it before anything is replaced
 * @error: return location, as of bc_save_bytes() and bc_chart_parse()
 *
 * Saves as bc_save_bytes() does. The bytes are read back in memory first, so that nothing is saved that could not be
 * opened again; such an error leaves the old file as it was.
 *
 * Returns: whether @file now holds @bytes
 */
gboolean
bc_chart_save_bytes (GBytes        *bytes,
                     GFile         *file,
                     const char    *seen_etag,
                     BcSaveFlags    flags,
                     char         **new_etag,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr(BcChart) again = NULL;
  g_autofree char *name = NULL;
  GError *cause = NULL;

  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  name = g_file_get_parse_name (file);
  again = bc_chart_parse (bytes, name, &cause);
  if (again == NULL)
    return not_saved (name, cause, error);
  return bc_save_bytes (file, bytes, seen_etag, flags, new_etag, cancellable, error);
}

/**
 * bc_chart_save:
 * @chart: a chart
 *
 * Writes and saves in one go, as bc_chart_save_bytes() does. The history is not touched: call bc_history_set_saved()
 * where the chart is being edited.
 *
 * Returns: whether @file now holds @chart
 */
gboolean
bc_chart_save (BcChart       *chart,
               GFile         *file,
               const char    *seen_etag,
               BcSaveFlags    flags,
               char         **new_etag,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(GBytes) bytes = NULL;

  g_return_val_if_fail (BC_IS_CHART (chart), FALSE);

  bytes = bc_chart_write (chart);
  return bc_chart_save_bytes (bytes, file, seen_etag, flags, new_etag, cancellable, error);
}
