/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-summary-content.h"

#include "bc-i18n.h"
#include "bc-summary-private.h"
#include "bc-words.h"

/* Points: from the frame to the text, and from there to what is not a sign. */
#define INSET 14.0
#define SIGN_WIDTH 14.0

static const char *
find_icon_text (BcUrgency urgency)
{
  /* The strongest sign first; a printer without colour keeps them apart. */
  return urgency == BC_URGENCY_EMERGENCY ? "!!" : "!";
}

static double
get_width (BcContent *self)
{
  return self->flow->width - 2 * INSET;
}

/* A row of the frame. */
static BcBlock *
add_row (BcContent *self,
         guint      group,
         double     before)
{
  BcBlock *block = bc_content_add_block (self, before);

  block->group = group;
  block->framed = TRUE;
  block->inset = INSET;
  block->pad = 4;
  return block;
}

static void
add_action (BcContent  *self,
            guint       group,
            const char *words)
{
  BcBlock *block = add_row (self, group, 0);

  bc_content_add_cell (self, block, BC_FONT_LABEL, C_("red flag", "Done"), SIGN_WIDTH, 46);
  bc_content_add_cell (self, block, BC_FONT_BODY, words, SIGN_WIDTH + 50, get_width (self) - SIGN_WIDTH - 50);
}

static gboolean
has_action (BcContent *self,
            GPtrArray *flags)
{
  for (guint i = 0; i < flags->len; i++)
    {
      g_autoptr(GPtrArray) actions = bc_words_list_flag_actions (self->visit, self->maps, g_ptr_array_index (flags, i));

      if (actions->len > 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_flag (BcContent       *self,
          guint            group,
          const BcRedFlag *flag,
          gboolean         says_nothing)
{
  g_autoptr(GPtrArray) actions = bc_words_list_flag_actions (self->visit, self->maps, flag);
  g_autofree char *urgency = bc_words_dup_capital (bc_urgency_get_name (flag->urgency));
  double half = get_width (self) * 0.55;
  BcBlock *block = add_row (self, group, 0);

  bc_content_add_cell (self, block, BC_FONT_STRONG, find_icon_text (flag->urgency), 0, SIGN_WIDTH);
  bc_content_add_cell (self, block, BC_FONT_STRONG, flag->meaning, SIGN_WIDTH, half - SIGN_WIDTH);
  bc_content_add_cell (self, block, BC_FONT_BODY, urgency, half + 8, get_width (self) - half - 8);
  for (guint i = 0; i < actions->len; i++)
    {
      g_autofree char *words = bc_words_dup_flag_action (g_ptr_array_index (actions, i));

      add_action (self, group, words);
    }
  if (actions->len == 0 && says_nothing)
    add_action (self, group, _("Nothing is recorded yet."));
}

/* What was done about a flag that is not raised any more stays on the paper. */
static void
add_other (BcContent    *self,
           guint         group,
           BcFlagAction *action)
{
  g_autofree char *words = bc_words_dup_flag_action (action);
  g_autofree char *text = g_strdup_printf (_("%s (not raised now)"), bc_words_get_flag_meaning (self->maps, action));
  BcBlock *block = add_row (self, group, 0);

  bc_content_add_cell (self, block, BC_FONT_BODY, text, SIGN_WIDTH, get_width (self) - SIGN_WIDTH);
  add_action (self, group, words);
}

/**
 * bc_content_add_red_flags:
 *
 * Adds a frame with each danger that a rule warns of, how urgent it is, and what was done about it. Where nothing was done
 * about any, that is said once.
 */
void
bc_content_add_red_flags (BcContent *self)
{
  g_autoptr(GPtrArray) flags = bc_red_flags_distinct (self->findings->red_flags);
  g_autoptr(GPtrArray) others = bc_words_list_other_actions (self->visit, self->maps, flags);
  gboolean any = has_action (self, flags);
  BcBlock *block;
  guint group;

  if (flags->len + others->len == 0)
    return;
  group = ++self->last_group;
  block = add_row (self, group, self->section_space - 3);
  bc_content_add_cell (self, block, BC_FONT_HEADING,
                       flags->len == 0 ? _("Red flags") : ngettext_ ("Red flag: consider and act",
                                                                     "Red flags: consider and act", flags->len),
                       0, get_width (self));
  for (guint i = 0; i < flags->len; i++)
    add_flag (self, group, g_ptr_array_index (flags, i), any);
  if (flags->len > 0 && !any)
    add_action (self, group, _("Nothing is recorded yet."));
  for (guint i = 0; i < others->len; i++)
    add_other (self, group, g_ptr_array_index (others, i));
}
