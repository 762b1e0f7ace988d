/* ggov-ctl-measures.c: gridgovctl measures, from cases to rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl-issue.h"
#include "ggov-local-time.h"
#include "ggov-store-recurrences.h"
#include "ggov-store-rule-measures.h"

#define YEAR_DAYS 365

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_number (JsonBuilder *builder,
            const char  *name,
            gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

/* The register ------------------------------------------------------------------------------ */

static void
add_rate (JsonBuilder    *builder,
          const char     *name,
          const GgovRate *rate)
{
  g_autofree char *per_month = ggov_rate_dup_per (rate, GGOV_RULE_MONTH_DAYS);

  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  add_number (builder, "issues", rate->numerator);
  add_number (builder, "days", rate->denominator);
  add_text (builder, "per_month", per_month);
  json_builder_end_object (builder);
}

static void
add_measure (JsonBuilder                 *builder,
             const GgovRuleMeasureFields *fields)
{
  json_builder_begin_object (builder);
  add_number (builder, "id", fields->id);
  add_text (builder, "deed", ggov_rule_deed_get_code (fields->deed));
  add_text (builder, "title", fields->title);
  add_text (builder, "rule", fields->rule);
  add_text (builder, "from", fields->valid_from);
  add_text (builder, "owner", fields->owner);
  add_text (builder, "types", fields->types);
  add_number (builder, "issues", fields->n_issues);
  add_rate (builder, "before", &fields->before);
  add_rate (builder, "after", &fields->after);
  json_builder_end_object (builder);
}

static void
print_measure (const GgovRuleMeasureFields *fields)
{
  g_autofree char *before = ggov_rate_dup_per (&fields->before, GGOV_RULE_MONTH_DAYS);
  g_autofree char *after = ggov_rate_dup_per (&fields->after, GGOV_RULE_MONTH_DAYS);

  /* Translators: two rates, such as 4.50 → 1.20 a month */
  g_print (_("%1$d\t%2$s\t%3$s\t%4$s\t%5$d cases\t%6$s → %7$s a month\n"), (int) fields->id,
           fields->valid_from, ggov_rule_deed_get_label (fields->deed), fields->title,
           (int) fields->n_issues, before, after);
}

static GgovCtlStatus
list (GgovCtl *ctl)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) measures = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GError) error = NULL;

  ggov_store_list_rule_measures_async (ctl->store, ctl->as_of, NULL, ggov_ctl_keep, &result);
  measures = ggov_store_list_rule_measures_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (measures == NULL)
    return ggov_ctl_refuse (ctl, error);

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr(GgovRuleMeasure) measure = g_list_model_get_item (measures, i);

      if (ctl->json)
        add_measure (builder, ggov_rule_measure_get_fields (measure));
      else
        print_measure (ggov_rule_measure_get_fields (measure));
    }
  json_builder_end_array (builder);
  if (ctl->json)
    ggov_ctl_print (json_builder_get_root (builder));

  return GGOV_CTL_DONE;
}

/* What comes back --------------------------------------------------------------------------- */

static void
add_group (JsonBuilder                *builder,
           const GgovRecurrenceFields *fields)
{
  json_builder_begin_object (builder);
  add_text (builder, "type", fields->type_code);
  add_text (builder, "label", fields->type_label);
  add_text (builder, "place", fields->place);
  add_text (builder, "first", fields->first_day);
  add_text (builder, "last", fields->last_day);
  add_number (builder, "open", fields->n_open);
  json_builder_set_member_name (builder, "issues");
  json_builder_begin_array (builder);
  for (guint i = 0; i < fields->n_issues; i++)
    json_builder_add_int_value (builder, fields->issue_ids[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* Of the year that ends today. */
static GgovCtlStatus
list_groups (GgovCtl              *ctl,
             GgovRecurrenceSearch *search)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) groups = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GError) error = NULL;
  int today;

  if (!ggov_local_day_parse (ctl->as_of, &today, &error))
    return ggov_ctl_refuse (ctl, error);

  search->from = ggov_local_time_from_day (today + 1 - YEAR_DAYS, 0);
  search->to = ggov_local_time_from_day (today + 1, 0);
  ggov_store_list_recurrences_async (ctl->store, search, NULL, ggov_ctl_keep, &result);
  groups = ggov_store_list_recurrences_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (groups == NULL)
    return ggov_ctl_refuse (ctl, error);

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(GgovRecurrence) group = g_list_model_get_item (groups, i);
      const GgovRecurrenceFields *fields = ggov_recurrence_get_fields (group);

      if (ctl->json)
        add_group (builder, fields);
      else
        g_print ("%u\t%s\t%s\t%s\t%s … %s\n", fields->n_issues, fields->type_code,
                 fields->type_label, fields->place, fields->first_day, fields->last_day);
    }
  json_builder_end_array (builder);
  if (ctl->json)
    ggov_ctl_print (json_builder_get_root (builder));

  return GGOV_CTL_DONE;
}

/* Writing ----------------------------------------------------------------------------------- */

static GgovCtlStatus
add (GgovCtl               *ctl,
     GgovRuleMeasureEntry  *entry,
     char                 **numbers)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; numbers && numbers[i]; i++)
    {
      gint64 id = ggov_ctl_issue_find (ctl, numbers[i]);

      if (id == 0)
        return GGOV_CTL_REFUSED;
      g_array_append_val (ids, id);
    }

  entry->issue_ids = (const gint64 *) (void *) ids->data;
  entry->n_issues = ids->len;
  ggov_store_write_rule_measure_async (ctl->store, entry, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

GgovCtlStatus
ggov_ctl_measures (GgovCtl  *ctl,
                   int       argc,
                   char    **argv)
{
  g_autofree char *deed = NULL, *rule = NULL, *from = NULL, *owner = NULL;
  g_auto(GStrv) numbers = NULL;
  GgovRecurrenceSearch search = { .radius_m = GGOV_RECURRENCE_RADIUS_M,
                                  .days = GGOV_RECURRENCE_DAYS };
  int n_least = GGOV_RECURRENCE_N_LEAST;
  const GOptionEntry options[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &deed, N_("set-up, change or abolish"), N_("WORD") },
    { "rule", 0, 0, G_OPTION_ARG_STRING, &rule, N_("What holds from then on"), N_("TEXT") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_("The day from which it holds; else today"),
      N_("DAY") },
    { "owner", 0, 0, G_OPTION_ARG_STRING, &owner, N_("Who sees to it"), N_("TEXT") },
    { "issue", 0, 0, G_OPTION_ARG_STRING_ARRAY, &numbers, N_("A case behind it; may be repeated"),
      N_("NUMBER") },
    { "radius", 0, 0, G_OPTION_ARG_DOUBLE, &search.radius_m, N_("How far apart at most, metres"),
      N_("M") },
    { "days", 0, 0, G_OPTION_ARG_INT, &search.days, N_("How many days apart at most"), N_("N") },
    { "least", 0, 0, G_OPTION_ARG_INT, &n_least, N_("The fewest issues to tell of"), N_("N") },
    { NULL }
  };
  GgovRuleMeasureEntry entry = { .row_version = -1 };

  if (!ggov_ctl_parse (&argc, &argv, options, "[propose | add TITLE]", 0, 2) ||
      (deed && !ggov_rule_deed_from_code (deed, &entry.deed)) || n_least < 2 || search.days < 0)
    return GGOV_CTL_USAGE;
  if (argc > 1 && !(argc == 2 && g_str_equal (argv[1], "propose")) &&
      !(argc == 3 && g_str_equal (argv[1], "add")))
    return GGOV_CTL_USAGE;
  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  search.n_least = (guint) n_least;
  entry.title = argc > 2 ? argv[2] : NULL;
  entry.rule = rule;
  entry.owner = owner;
  entry.valid_from = from ? from : ctl->as_of;
  if (argc > 2)
    return add (ctl, &entry, numbers);

  return argc > 1 ? list_groups (ctl, &search) : list (ctl);
}
