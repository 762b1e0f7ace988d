/* ggov-ctl-clock.c: the office's clock, for the commands that reckon by it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include "ggov-ctl-clock.h"
#include "ggov-issue-explain.h"
#include "ggov-local-time.h"
#include "ggov-store-clock.h"

GgovOfficeClock *
ggov_ctl_get_clock (GgovCtl *ctl)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovOfficeClock *clock;

  ggov_store_get_clock_async (ctl->store, NULL, ggov_ctl_keep, &result);
  clock = ggov_store_get_clock_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (clock == NULL)
    ggov_ctl_refuse (ctl, error);

  return clock;
}

static void
add_time (JsonBuilder *builder,
          const char  *name,
          gint64       time)
{
  g_autofree char *text = time == GGOV_DEADLINE_NONE ? NULL : ggov_local_time_format (time);

  json_builder_set_member_name (builder, name);
  if (text)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_spans (JsonBuilder *builder,
           GArray      *spans)
{
  json_builder_set_member_name (builder, "spans");
  json_builder_begin_array (builder);
  for (guint i = 0; i < spans->len; i++)
    {
      const GgovDeadlineSpan *span = &g_array_index (spans, GgovDeadlineSpan, i);

      json_builder_begin_object (builder);
      add_time (builder, "from", span->from);
      add_time (builder, "to", span->to);
      json_builder_set_member_name (builder, "minutes");
      json_builder_add_int_value (builder, span->minutes);
      json_builder_set_member_name (builder, "reason");
      json_builder_add_string_value (builder, ggov_span_reason_get_code (span->reason));
      if (span->name)
        {
          json_builder_set_member_name (builder, "name");
          json_builder_add_string_value (builder, span->name);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (const GgovDeadline *deadline,
            GArray             *spans)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_time (builder, "due", deadline->due);
  json_builder_set_member_name (builder, "provisional");
  json_builder_add_boolean_value (builder, deadline->provisional);
  add_spans (builder, spans);
  json_builder_end_object (builder);
  ggov_ctl_print (json_builder_get_root (builder));
}

GgovCtlStatus
ggov_ctl_print_deadline (GgovCtl                 *ctl,
                         GgovOfficeClock         *clock,
                         const GgovDeadlineTerms *terms)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) spans = ggov_deadline_explain (clock, terms, &error);
  g_autofree char *text = spans ? ggov_deadline_dup_explanation (clock, terms, &error) : NULL;
  GgovDeadline deadline;

  if (text == NULL || !ggov_deadline_reckon (clock, terms, &deadline, &error))
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    print_json (&deadline, spans);
  else
    g_print ("%s\n", text);

  return GGOV_CTL_DONE;
}
