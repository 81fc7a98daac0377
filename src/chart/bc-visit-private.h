/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-visit.h"

G_BEGIN_DECLS

struct _BcVisit
{
  GObject     parent_instance;

  char       *date;
  int         age;
  char       *clinician;
  char       *notes;
  char       *plan;
  char       *relation;
  char       *signed_when;
  char       *signed_by;
  GListStore *symptoms;
  GListStore *clears;
  GListStore *answers;
  GListStore *ticks;
  GListStore *flag_actions;
  GListStore *corrections;
  GListStore *retests;
  GListStore *links;
};

G_END_DECLS
