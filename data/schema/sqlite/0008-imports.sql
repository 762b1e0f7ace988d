-- What imports remember, and what makes them quick.
--
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Which columns of a table served which fields the last time. No record: it has no history, and
-- stays when an import is undone.
CREATE TABLE import_mapping (
  kind     TEXT NOT NULL,  -- such as people
  headings TEXT NOT NULL,  -- all of them in small letters, one a line
  fields   TEXT NOT NULL,  -- one a line: the field's name, a tab, the column
  PRIMARY KEY (kind, headings)
) STRICT;

-- Most people belong to no organisation, and each entry of an index costs when many come in.
DROP INDEX person_organisation;
CREATE INDEX person_organisation ON person (organisation_id) WHERE organisation_id IS NOT NULL;
