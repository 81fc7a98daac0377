/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-visit-writer.h"

#include "bc-region.h"
#include "bc-stroke-text.h"

/* As bc_stroke_new() rounds them. */
#define WIDTH_DECIMALS 1
#define SHARE_DECIMALS 3

static void
write_mark (BcXmlText *to,
            BcMark    *mark)
{
  BcElement element;

  bc_element_begin (&element, to, "mark", mark, "");
  bc_element_attribute (to, "region", bc_region_get_id (bc_mark_get_region (mark)));
  bc_element_attribute (to, "role", bc_terms_get_id (&bc_role_terms, (int) bc_mark_get_role (mark)));
  bc_element_end (&element, to);
}

static void
write_decimal (BcXmlText  *to,
               const char *name,
               double      value,
               guint       decimals)
{
  g_string_append_printf (to->out, " %s=\"", name);
  bc_stroke_text_append_number (to->out, value, decimals);
  g_string_append_c (to->out, '"');
}

static void
write_points (BcXmlText *to,
              BcElement *stroke,
              BcStroke  *owner)
{
  guint n_points;
  const BcStrokePoint *points = bc_stroke_get_points (owner, &n_points);
  g_autoptr(GString) text = g_string_new (NULL);
  BcElement element;

  bc_stroke_text_append_points (text, points, n_points);
  bc_element_begin (&element, to, "points", owner, "/points");
  bc_element_text (to, text->str);
  bc_element_after_all (stroke, to, "points", 0);
}

static void
write_cover (BcXmlText     *to,
             BcStroke      *owner,
             const BcCover *cover,
             guint          nth)
{
  g_autofree char *path = nth == 0 || bc_kept_get (owner) == NULL ? g_strdup ("/cover")
                                                                  : g_strdup_printf ("/cover:%u", nth);
  BcElement element;

  bc_element_begin (&element, to, "cover", owner, path);
  bc_element_attribute (to, "region", bc_region_get_id (cover->region));
  write_decimal (to, "share", cover->share, SHARE_DECIMALS);
  write_decimal (to, "part", cover->part, SHARE_DECIMALS);
  bc_element_end (&element, to);
}

static void
write_stroke (BcXmlText *to,
              BcStroke  *stroke)
{
  guint n_covers;
  const BcCover *covers = bc_stroke_get_covers (stroke, &n_covers);
  BcElement element;

  bc_element_begin (&element, to, "stroke", stroke, "");
  bc_element_attribute (to, "figure", bc_terms_get_id (&bc_figure_terms, (int) bc_stroke_get_figure (stroke)));
  bc_element_attribute (to, "view", bc_terms_get_id (&bc_view_terms, (int) bc_stroke_get_view (stroke)));
  bc_element_attribute (to, "role", bc_terms_get_id (&bc_role_terms, (int) bc_stroke_get_role (stroke)));
  write_decimal (to, "width", bc_stroke_get_width (stroke), WIDTH_DECIMALS);
  write_points (to, &element, stroke);
  for (guint i = 0; i < n_covers; i++)
    {
      write_cover (to, stroke, &covers[i], i);
      bc_element_after (&element, to, "cover", i);
    }
  bc_element_after_all (&element, to, "cover", n_covers);
  bc_element_end (&element, to);
}

static void
write_clinician_drawing (BcXmlText *to,
                         BcElement *parent,
                         BcSymptom *symptom)
{
  BcElement element;

  /* An empty one says that the symptom is nowhere, so none is written only to keep a comment. */
  if (bc_symptom_has_drawing (symptom, BC_DRAWING_CLINICIAN))
    {
      bc_element_begin (&element, to, "clinician-drawing", symptom, "/clinician-drawing");
      BC_ELEMENT_ALL (&element, to, "mark", bc_symptom_get_marks_of (symptom, BC_DRAWING_CLINICIAN), BcMark, write_mark);
      BC_ELEMENT_ALL (&element, to, "stroke", bc_symptom_get_strokes_of (symptom, BC_DRAWING_CLINICIAN), BcStroke,
                      write_stroke);
      bc_element_end (&element, to);
    }
  bc_element_after_all (parent, to, "clinician-drawing", 0);
}

static void
write_onset (BcXmlText *to,
             BcElement *parent,
             BcSymptom *symptom)
{
  const char *kind = bc_terms_get_id (&bc_onset_terms, (int) bc_symptom_get_onset_kind (symptom));
  const char *date = bc_symptom_get_onset_date (symptom);
  BcElement element;

  if (kind == NULL && *date == '\0')
    {
      bc_element_child_text (parent, to, "onset", bc_symptom_get_onset (symptom));
      return;
    }
  bc_element_begin (&element, to, "onset", symptom, "/onset");
  bc_element_attribute (to, "kind", kind);
  bc_element_attribute (to, "date", date);
  bc_element_text (to, bc_symptom_get_onset (symptom));
  bc_element_after_all (parent, to, "onset", 0);
}

static void
write_day_course (BcXmlText *to,
                  BcElement *parent,
                  BcSymptom *symptom)
{
  const struct
  {
    const char *name;
    BcCourse    course;
  } times[] = {
    { "morning", bc_symptom_get_morning (symptom) },
    { "day", bc_symptom_get_daytime (symptom) },
    { "evening", bc_symptom_get_evening (symptom) },
    { "night", bc_symptom_get_night (symptom) },
  };
  gboolean any = bc_symptom_get_stiffness (symptom) != BC_MINUTES_UNKNOWN
                 || bc_symptom_get_wakes (symptom) != BC_WAKES_UNKNOWN
                 || bc_kept_has_any (bc_kept_get (symptom), "/day-course");
  BcElement element;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    any = any || times[i].course != BC_COURSE_UNKNOWN;
  if (any)
    {
      bc_element_begin (&element, to, "day-course", symptom, "/day-course");
      for (guint i = 0; i < G_N_ELEMENTS (times); i++)
        bc_element_attribute (to, times[i].name, bc_terms_get_id (&bc_course_terms, (int) times[i].course));
      bc_element_number (to, "stiffness", bc_symptom_get_stiffness (symptom), BC_MINUTES_UNKNOWN);
      bc_element_number (to, "wakes", bc_symptom_get_wakes (symptom), BC_WAKES_UNKNOWN);
      bc_element_end (&element, to);
    }
  bc_element_after_all (parent, to, "day-course", 0);
}

static void
write_factor (BcXmlText       *to,
              BcSymptomFactor *factor)
{
  BcElement element;

  bc_element_begin (&element, to, "factor", factor, "");
  bc_element_attribute (to, "effect", bc_terms_get_id (&bc_effect_terms, (int) bc_symptom_factor_get_effect (factor)));
  bc_element_attribute (to, "id", bc_symptom_factor_get_factor (factor));
  bc_element_number (to, "onset", bc_symptom_factor_get_onset (factor), BC_MINUTES_UNKNOWN);
  bc_element_number (to, "settle", bc_symptom_factor_get_settle (factor), BC_MINUTES_UNKNOWN);
  bc_element_number (to, "strength", bc_symptom_factor_get_strength (factor), BC_NRS_UNKNOWN);
  bc_element_text (to, bc_symptom_factor_get_text (factor));
}

/**
 * bc_symptom_write:
 * @to: where to
 * @symptom: a symptom
 *
 * Writes a `<symptom>` with all that is in it, always in the same order.
 */
void
bc_symptom_write (BcXmlText *to,
                  BcSymptom *symptom)
{
  g_autofree char *qualities = bc_qualities_dup_ids (bc_symptom_get_qualities (symptom));
  BcElement element;

  bc_element_begin (&element, to, "symptom", symptom, "");
  bc_element_number (to, "number", bc_symptom_get_number (symptom), 0);
  bc_element_attribute (to, "qualities", qualities);
  bc_element_number (to, "now", bc_symptom_get_now (symptom), BC_NRS_UNKNOWN);
  bc_element_number (to, "best", bc_symptom_get_best (symptom), BC_NRS_UNKNOWN);
  bc_element_number (to, "worst", bc_symptom_get_worst (symptom), BC_NRS_UNKNOWN);
  bc_element_attribute (to, "depth", bc_terms_get_id (&bc_depth_terms, (int) bc_symptom_get_depth (symptom)));
  bc_element_attribute (to, "constancy",
                        bc_terms_get_id (&bc_constancy_terms, (int) bc_symptom_get_constancy (symptom)));
  bc_element_attribute (to, "resolved", bc_symptom_get_resolved (symptom) ? "yes" : NULL);
  bc_element_attribute (to, "unconfirmed", bc_symptom_get_unconfirmed (symptom) ? "yes" : NULL);
  BC_ELEMENT_ALL (&element, to, "mark", bc_symptom_get_marks (symptom), BcMark, write_mark);
  BC_ELEMENT_ALL (&element, to, "stroke", bc_symptom_get_strokes (symptom), BcStroke, write_stroke);
  write_clinician_drawing (to, &element, symptom);
  write_onset (to, &element, symptom);
  bc_element_child_text (&element, to, "day-pattern", bc_symptom_get_day_pattern (symptom));
  write_day_course (to, &element, symptom);
  bc_element_child_text (&element, to, "aggravating", bc_symptom_get_aggravating (symptom));
  bc_element_child_text (&element, to, "easing", bc_symptom_get_easing (symptom));
  BC_ELEMENT_ALL (&element, to, "factor", bc_symptom_get_factors (symptom), BcSymptomFactor, write_factor);
  bc_element_child_text (&element, to, "notes", bc_symptom_get_notes (symptom));
  bc_element_end (&element, to);
}
