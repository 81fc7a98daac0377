/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"

#define NASTY_TEXT \
  " \t\r\n<b attr=\"x\">&amp; 'quote' ]]> \\n\n\n  Grüße, " \
  "你好, \xF0\x9F\x98\x80, \xC2\xA0\xC2\x85\xE2\x80\xA8\xD7\x90 -- \r"

BcChart *full_chart_new         (void);
void     assert_charts_equal    (BcChart *a,
                                 BcChart *b);
