/* ggov-ctl-fields.c: gridgovctl fields
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-change.h"
#include "ggov-ctl.h"
#include "ggov-export-register.h"
#include "ggov-store-register-fields.h"

/* What --add says of a field besides its code. */
typedef struct
{
  char     *add;
  char     *retire;
  char     *restore;
  char     *name;
  char     *name_zh;
  char     *type;
  char     *group;
  char     *table;
  char     *codes;
  char     *export;
  gboolean  sensitive;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->add);
  g_free (words->retire);
  g_free (words->restore);
  g_free (words->name);
  g_free (words->name_zh);
  g_free (words->type);
  g_free (words->group);
  g_free (words->table);
  g_free (words->codes);
  g_free (words->export);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static GgovRegisterCatalogue *
load (GgovCtl *ctl)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovRegisterCatalogue *catalogue;

  ggov_store_get_register_fields_async (ctl->store, NULL, ggov_ctl_keep, &result);
  if (!(catalogue = ggov_store_get_register_fields_finish (ctl->store, ggov_ctl_wait (&result),
                                                           &error)))
    ggov_ctl_refuse (ctl, error);

  return catalogue;
}

static const char *
get_sensitivity (const GgovRegisterField *field)
{
  static const char *const words[] = { "open", "personal", "sensitive" };

  return words[field->sensitivity];
}

/* Answer ------------------------------------------------------------------------------------- */

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  json_builder_set_member_name (builder, name);
  if (text)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_truth (JsonBuilder *builder,
           const char  *name,
           gboolean     truth)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, truth);
}

static void
add_field (JsonBuilder             *builder,
           const GgovRegisterField *field)
{
  json_builder_begin_object (builder);
  add_text (builder, "code", field->code);
  add_text (builder, "name", field->name);
  add_text (builder, "name_zh", field->name_zh);
  add_text (builder, "group", field->group);
  add_text (builder, "type", ggov_register_type_get_code (field->type));
  add_text (builder, "table", field->table);
  add_text (builder, "source", field->source);
  add_text (builder, "sensitivity", get_sensitivity (field));
  add_truth (builder, "required", field->is_required);
  add_truth (builder, "computed", field->origin != GGOV_REGISTER_TYPED);
  add_truth (builder, "own", field->is_own);
  add_truth (builder, "retired", field->is_retired);
  add_text (builder, "deprecated", field->deprecated);
  json_builder_end_object (builder);
}

static void
print_fields (GgovCtl               *ctl,
              GgovRegisterCatalogue *catalogue)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  const guint n = ggov_register_catalogue_get_n_fields (catalogue);

  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      const GgovRegisterField *field = ggov_register_catalogue_get_field_at (catalogue, i);

      if (ctl->json)
        add_field (builder, field);
      else
        g_print ("%s\t%s\t%s\t%s\t%s\t%s\n", field->code, ggov_register_field_get_label (field),
                 ggov_register_type_get_code (field->type), get_sensitivity (field),
                 field->table ? field->table : "",
                 field->is_retired ? _("retired") : field->is_required ? _("required") : "");
    }
  json_builder_end_array (builder);
  if (ctl->json)
    ggov_ctl_print (json_builder_get_root (builder));
}

static GgovCtlStatus
print_codes (GgovCtl               *ctl,
             GgovRegisterCatalogue *catalogue,
             const char            *table)
{
  const GgovRegisterCodes *codes = ggov_register_catalogue_find_codes (catalogue, table);
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  if (codes == NULL)
    {
      g_printerr (_("gridgovctl: There is no code table “%s”. See gridgovctl fields.\n"), table);
      return GGOV_CTL_REFUSED;
    }

  json_builder_begin_array (builder);
  for (guint i = 0; i < ggov_register_codes_get_n (codes); i++)
    {
      const GgovRegisterCode *code = ggov_register_codes_get_at (codes, i);

      if (!ctl->json)
        g_print ("%s\t%s\n", code->code, ggov_register_code_get_label (code));
      json_builder_begin_object (builder);
      add_text (builder, "code", code->code);
      add_text (builder, "name", code->name);
      add_text (builder, "name_zh", code->name_zh);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (ctl->json)
    ggov_ctl_print (json_builder_get_root (builder));

  return GGOV_CTL_DONE;
}

/* Do ----------------------------------------------------------------------------------------- */

static GgovCtlStatus
add (GgovCtl     *ctl,
     const Words *words)
{
  const GgovRegisterChange field = {
    .code = words->add,
    .name = words->name,
    .name_zh = words->name_zh,
    .type = words->type,
    .group = words->group,
    .table = words->table,
    .is_sensitive = words->sensitive,
  };
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_add_register_field_async (ctl->store, &field, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

static GgovCtlStatus
retire (GgovCtl     *ctl,
        const Words *words)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_retire_register_field_async (ctl->store,
                                          words->retire ? words->retire : words->restore,
                                          words->retire ? ctl->as_of : NULL, NULL, ggov_ctl_keep,
                                          &result);

  return ggov_ctl_finish_change (ctl, &result);
}

static GgovCtlStatus
show (GgovCtl     *ctl,
      const Words *words)
{
  g_autoptr(GgovRegisterCatalogue) catalogue = load (ctl);
  g_autoptr(GError) error = NULL;

  if (catalogue == NULL)
    return GGOV_CTL_REFUSED;
  if (words->codes)
    return print_codes (ctl, catalogue, words->codes);
  if (words->export == NULL)
    print_fields (ctl, catalogue);
  else if (!ggov_export_register_form (catalogue, words->export, &error))
    return ggov_ctl_refuse (ctl, error);

  return GGOV_CTL_DONE;
}

GgovCtlStatus
ggov_ctl_fields (GgovCtl  *ctl,
                 int       argc,
                 char    **argv)
{
  g_auto(Words) words = { NULL };
  const GOptionEntry options[] = {
    { "add", 0, 0, G_OPTION_ARG_STRING, &words.add, N_("Add a field of this code"), N_("CODE") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &words.name, N_("What it is called in English"),
      N_("NAME") },
    { "name-zh", 0, 0, G_OPTION_ARG_STRING, &words.name_zh, N_("What it is called in Chinese"),
      N_("NAME") },
    { "type", 0, 0, G_OPTION_ARG_STRING, &words.type,
      N_("text, name, code, codes, date, number, boolean, phone, identity or place"), N_("TYPE") },
    { "group", 0, 0, G_OPTION_ARG_STRING, &words.group, N_("Among which fields it is shown"),
      N_("GROUP") },
    { "table", 0, 0, G_OPTION_ARG_STRING, &words.table, N_("The code table of a code"),
      N_("TABLE") },
    { "sensitive", 0, 0, G_OPTION_ARG_NONE, &words.sensitive, N_("It is shown masked"), NULL },
    { "retire", 0, 0, G_OPTION_ARG_STRING, &words.retire, N_("Ask for the field no more"),
      N_("CODE") },
    { "restore", 0, 0, G_OPTION_ARG_STRING, &words.restore, N_("Ask for the field again"),
      N_("CODE") },
    { "codes", 0, 0, G_OPTION_ARG_STRING, &words.codes, N_("List the codes of a table"),
      N_("TABLE") },
    { "export", 0, 0, G_OPTION_ARG_FILENAME, &words.export,
      N_("A workbook to be filled in: headings, and the words of each list"), N_("FILE.xlsx") },
    { NULL }
  };

  if (!ggov_ctl_parse (&argc, &argv, options, "", 0, 0))
    return GGOV_CTL_USAGE;
  if ((words.add != NULL) + (words.retire != NULL) + (words.restore != NULL) > 1)
    {
      g_printerr (_("gridgovctl: Say one of --add, --retire and --restore.\n"));
      return GGOV_CTL_USAGE;
    }

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;
  if (words.add)
    return add (ctl, &words);
  if (words.retire || words.restore)
    return retire (ctl, &words);

  return show (ctl, &words);
}
