/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the reference maps say in the window: findings, maps over the figure, and places found by name. While the
 * patient looks on, none of it shows.
 */

#include "bc-window-private.h"

#include "bc-i18n.h"
#include "bc-settings.h"

/* From this probability on a region belongs to the core of a map, which "mark its regions" marks. */
#define CORE 0.5

static BcVisit *
get_visit (BcWindow *self)
{
  return self->document != NULL ? bc_document_get_visit (self->document) : NULL;
}

/* --- over the figure --- */

/* The map that was asked for goes before the one of the chosen finding. */
static BcOverlay *
make_overlay (BcWindow *self)
{
  const BcFinding *finding = bc_findings_panel_get_selected (BC_FINDINGS_PANEL (self->findings_panel));

  if (!self->show_findings || self->document == NULL)
    return NULL;
  if (self->map_kind == BC_OVERLAY_DERMATOMES)
    return bc_overlay_from_dermatomes (self->dermatome_map);
  if (self->map_kind == BC_OVERLAY_MAP)
    return bc_overlay_from_pattern (self->map, self->map_side);
  if (finding != NULL && self->evidence != NULL)
    return bc_overlay_from_finding (finding, self->evidence);
  return NULL;
}

static gboolean
are_same (const BcOverlay *one,
          const BcOverlay *two)
{
  if (one == NULL || two == NULL)
    return one == two;
  for (guint i = 1; i <= BC_N_REGIONS; i++)
    if (g_strcmp0 (one->labels[i], two->labels[i]) != 0)
      return FALSE;
  return g_str_equal (one->name, two->name) && memcmp (one->tint, two->tint, sizeof one->tint) == 0
         && memcmp (one->hue, two->hue, sizeof one->hue) == 0 && memcmp (one->sign, two->sign, sizeof one->sign) == 0;
}

/* Every mark comes through here, so the figure is painted anew only where the map is another one. */
static void
set_overlay (BcWindow *self)
{
  g_autoptr(BcOverlay) overlay = make_overlay (self);

  if (are_same (overlay, self->shown_map))
    return;
  bc_overlay_free (self->shown_map);
  self->shown_map = g_steal_pointer (&overlay);
  bc_canvas_set_overlay (BC_CANVAS (self->canvas), self->shown_map);
}

/* Lays what is due over the figure, and offers what can be done with maps now. */
void
_bc_window_update_maps (BcWindow *self)
{
  GAction *dermatomes = g_action_map_lookup_action (G_ACTION_MAP (self), "dermatomes");
  gboolean allowed = self->show_findings && self->document != NULL && !_bc_window_is_browsing (self);

  set_overlay (self);
  bc_overlay_menu_set_choice (BC_OVERLAY_MENU (self->overlay_menu), self->map_kind, self->map, self->map_side);
  gtk_widget_set_visible (self->map_off, self->shown_map != NULL);
  gtk_widget_set_sensitive (self->maps_button, allowed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.maps", allowed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.map-off", allowed && self->shown_map != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.why-not", self->show_findings && self->document != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.browse", self->show_findings);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.browse-map", self->show_findings);
  if (dermatomes != NULL)
    {
      g_simple_action_set_enabled (G_SIMPLE_ACTION (dermatomes), allowed);
      g_simple_action_set_state (G_SIMPLE_ACTION (dermatomes),
                                 g_variant_new_boolean (allowed && self->map_kind == BC_OVERLAY_DERMATOMES));
    }
  _bc_window_update_status (self);
}

/* Lays another map over the figure. */
void
_bc_window_choose_map (BcWindow        *self,
                       BcOverlayKind    kind,
                       const BcPattern *pattern,
                       BcSide           side)
{
  g_autofree char *text = NULL;

  self->map_kind = kind;
  self->map = kind == BC_OVERLAY_MAP ? pattern : NULL;
  self->map_side = side;
  _bc_window_update_maps (self);
  if (self->shown_map == NULL)
    {
      _bc_window_say (self, _("No map over the figure"));
      return;
    }
  /* Translators: %s is the name of a map, as in "L5 dermatome, right" */
  text = g_strdup_printf (_("Over the figure: %s. Escape takes it off."), self->shown_map->name);
  _bc_window_say (self, text);
}

/* Takes off what lies over the figure, the map that was asked for first. Gives FALSE where nothing did. */
gboolean
_bc_window_clear_map (BcWindow *self)
{
  if (self->shown_map == NULL && !bc_findings_panel_is_asking_why (BC_FINDINGS_PANEL (self->findings_panel)))
    return FALSE;
  if (self->map_kind != BC_OVERLAY_NONE)
    _bc_window_choose_map (self, BC_OVERLAY_NONE, NULL, BC_SIDE_BOTH);
  else
    bc_findings_panel_unselect (BC_FINDINGS_PANEL (self->findings_panel));
  return TRUE;
}

/* Forgets every map without a word: another patient. */
void
_bc_window_clear_maps (BcWindow *self)
{
  self->map_kind = BC_OVERLAY_NONE;
  self->map = NULL;
  _bc_window_update_maps (self);
}

static void
rival_chosen_cb (BcOverlayMenu        *menu,
                 const BcDermatomeMap *rival,
                 BcWindow             *self)
{
  GSettings *settings = bc_settings_get ();

  g_assert (BC_IS_WINDOW (self));

  self->dermatome_map = rival;
  if (settings != NULL)
    g_settings_set_string (settings, "dermatome-map", rival->id);
}

/* The one that was chosen last, or the usual one. */
static const BcDermatomeMap *
remembered_rival (void)
{
  const BcMaps *maps = bc_maps_get_default ();
  GSettings *settings = bc_settings_get ();
  const BcDermatomeMap *rival = NULL;

  if (settings != NULL)
    {
      g_autofree char *id = g_settings_get_string (settings, "dermatome-map");

      rival = bc_maps_lookup_dermatome_map (maps, id);
    }
  return rival != NULL ? rival : g_ptr_array_index (maps->dermatome_maps, 0);
}

static void
map_chosen_cb (BcOverlayMenu   *menu,
               int              kind,
               const BcPattern *pattern,
               int              side,
               BcWindow        *self)
{
  g_assert (BC_IS_WINDOW (self));

  _bc_window_choose_map (self, (BcOverlayKind) kind, pattern, (BcSide) side);
}

/* Whoever opens a finding wants to see its map, and not the one of before. */
static void
finding_selected_cb (BcWindow *self)
{
  g_assert (BC_IS_WINDOW (self));

  if (bc_findings_panel_get_selected (BC_FINDINGS_PANEL (self->findings_panel)) != NULL)
    self->map_kind = BC_OVERLAY_NONE;
  _bc_window_update_maps (self);
}

/* --- findings --- */

static void
show_findings (BcWindow *self)
{
  const BcFindings *shown = self->show_findings ? self->findings : NULL;
  gboolean warn_quietly = !self->show_findings && self->findings != NULL && self->findings->red_flags->len > 0;
  const char *icon;

  bc_findings_panel_set_symptoms (BC_FINDINGS_PANEL (self->findings_panel), shown != NULL ? self->by_symptom : NULL);
  bc_findings_panel_set_findings (BC_FINDINGS_PANEL (self->findings_panel), shown, self->evidence);
  bc_questions_panel_set_findings (BC_QUESTIONS_PANEL (self->questions_panel), shown);
  bc_red_flag_bar_set_flags (BC_RED_FLAG_BAR (self->red_flags), shown != NULL ? shown->red_flags : NULL);
  bc_place_popover_show_maps (BC_PLACE_POPOVER (self->places), self->show_findings);
  gtk_widget_set_visible (self->own_maps_bar, self->show_findings);
  _bc_window_update_drawing (self);
  /* While the patient looks on, the clinician still sees that there is something to look at. */
  icon = self->show_findings ? "view-reveal-symbolic" : "view-conceal-symbolic";
  if (warn_quietly)
    icon = "dialog-warning-symbolic";
  gtk_button_set_icon_name (GTK_BUTTON (self->findings_switch), icon);
  gtk_button_set_icon_name (GTK_BUTTON (self->findings_switch_small), icon);
  _bc_window_update_maps (self);
}

void
_bc_window_match (BcWindow *self)
{
  BcFindings *old = g_steal_pointer (&self->findings);
  BcBySymptom *old_symptoms = g_steal_pointer (&self->by_symptom);

  g_clear_pointer (&self->evidence, bc_evidence_free);
  if (self->document != NULL)
    {
      self->evidence = bc_evidence_from_visit (bc_document_get_chart (self->document), get_visit (self));
      self->findings = bc_match (self->evidence, bc_maps_get_default ());
      self->by_symptom = bc_match_symptoms (bc_document_get_chart (self->document), get_visit (self), self->findings,
                                            bc_maps_get_default ());
    }
  show_findings (self);
  /* The panels spoke of the old ones until just now. */
  g_clear_pointer (&old, bc_findings_free);
  g_clear_pointer (&old_symptoms, bc_by_symptom_free);
}

static gboolean
match_idle_cb (gpointer data)
{
  BcWindow *self = data;
  gboolean had_findings = self->findings != NULL && self->findings->findings->len > 0;

  self->match_source = 0;
  _bc_window_match (self);
  /* A new patient starts on the panel for the name; with the first mark the findings come without being asked for. */
  if (!had_findings && self->show_findings && self->findings != NULL && self->findings->findings->len > 0)
    gtk_stack_set_visible_child_name (GTK_STACK (self->panels), "findings");
  return G_SOURCE_REMOVE;
}

/* Before the next frame is drawn, so that findings follow a click at once, but once for a burst of changes. */
void
_bc_window_queue_match (BcWindow *self)
{
  if (self->match_source == 0)
    self->match_source = g_idle_add_full (GDK_PRIORITY_REDRAW - 5, match_idle_cb, self, NULL);
}

void
_bc_window_show_findings (BcWindow *self,
                          gboolean  show)
{
  self->show_findings = show;
  if (!show)
    {
      self->map_kind = BC_OVERLAY_NONE;
      _bc_window_leave_browser (self);
      gtk_menu_button_popdown (GTK_MENU_BUTTON (self->maps_button));
      gtk_menu_button_popdown (GTK_MENU_BUTTON (self->find_button));
      bc_findings_panel_unselect (BC_FINDINGS_PANEL (self->findings_panel));
      /* What was said last may name a map. */
      _bc_window_hush (self);
    }
  show_findings (self);
}

/* --- places --- */

/* Regions where pain is to be expected; the likeliest where the map has no core. */
static guint
list_core (const BcPlace *place,
           BcRegion      *regions)
{
  guint n = 0;

  for (guint i = 0; i < place->n_regions; i++)
    if (place->pattern == NULL
        || bc_pattern_get_probability (place->pattern, place->side, place->regions[i]) >= CORE)
      regions[n++] = place->regions[i];
  if (n == 0 && place->n_regions > 0)
    regions[n++] = place->regions[0];
  return n;
}

static void
place_chosen_cb (BcPlacePopover *popover,
                 const BcPlace  *place,
                 int             use,
                 BcWindow       *self)
{
  BcRegion regions[BC_N_REGIONS];
  guint n_regions;

  g_assert (BC_IS_WINDOW (self));

  if (place->n_regions == 0)
    return;
  /* On a narrow window the side panel would lie over what was asked for. */
  if (adw_flap_get_folded (ADW_FLAP (self->flap)))
    adw_flap_set_reveal_flap (ADW_FLAP (self->flap), FALSE);
  bc_canvas_show_region (BC_CANVAS (self->canvas), place->regions[0], TRUE);
  switch ((BcPlaceUse) use)
    {
    case BC_PLACE_MARK:
      n_regions = list_core (place, regions);
      bc_canvas_mark_regions (BC_CANVAS (self->canvas), regions, n_regions);
      break;
    case BC_PLACE_MAP:
      _bc_window_choose_map (self, BC_OVERLAY_MAP, place->pattern, place->side);
      break;
    case BC_PLACE_SHOW:
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Makes what belongs to the maps; once, after the panels. */
void
_bc_window_build_maps (BcWindow *self)
{
  self->places = bc_place_popover_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->find_button), self->places);
  g_signal_connect_object (self->places, "chosen", G_CALLBACK (place_chosen_cb), self, 0);
  self->overlay_menu = bc_overlay_menu_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->maps_button), self->overlay_menu);
  self->dermatome_map = remembered_rival ();
  bc_overlay_menu_set_rival (BC_OVERLAY_MENU (self->overlay_menu), self->dermatome_map);
  g_signal_connect_object (self->overlay_menu, "rival-chosen", G_CALLBACK (rival_chosen_cb), self, 0);
  g_signal_connect_object (self->overlay_menu, "chosen", G_CALLBACK (map_chosen_cb), self, 0);
  g_signal_connect_object (self->findings_panel, "selected", G_CALLBACK (finding_selected_cb), self,
                           G_CONNECT_SWAPPED);
}
