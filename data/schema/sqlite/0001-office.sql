-- The office: first schema, SQLite's dialect.
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Every table has a number of its own (never used twice) and a row_version that an update raises.
-- Days are ISO texts, instants are seconds since 1970-01-01T00:00:00Z, shapes are WKB in degrees
-- (longitude, latitude), areas are whole square centimetres. No column holds a floating number, so
-- that an image of a row is exact.
--
-- A list of three or more after IN is a table that SQLite fills anew for each row it checks: where
-- rows come by the hundred thousand the list is written in pairs.

-- Changes ------------------------------------------------------------------------------------

CREATE TABLE change (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  at          INTEGER NOT NULL,
  account     TEXT    NOT NULL,
  action      TEXT    NOT NULL,               -- stable words, translated when shown
  subject     TEXT    NOT NULL DEFAULT '',    -- a code or place; never personal data
  undoes_id   INTEGER UNIQUE REFERENCES change (id),
  reversible  INTEGER NOT NULL DEFAULT 1 CHECK (reversible IN (0, 1)),
  digest      TEXT                            -- of the change before it and of its own rows
) STRICT;

CREATE TABLE change_row (
  id          INTEGER PRIMARY KEY,            -- no row is ever deleted, so none is used twice
  change_id   INTEGER NOT NULL REFERENCES change (id),
  table_name  TEXT    NOT NULL,
  row_id      INTEGER NOT NULL,
  op          TEXT    NOT NULL CHECK (op IN ('insert', 'update') OR op IN ('delete')),
  before      TEXT,                           -- JSON; emptied when a person's data is erased
  after       TEXT,
  digest      TEXT    NOT NULL
) STRICT;
CREATE INDEX change_row_change ON change_row (change_id);
CREATE INDEX change_row_row ON change_row (table_name, row_id);

CREATE TRIGGER change_row_stays BEFORE DELETE ON change_row
BEGIN SELECT RAISE (ABORT, 'the history is never deleted'); END;
CREATE TRIGGER change_row_fixed
BEFORE UPDATE OF id, change_id, table_name, row_id, op, digest ON change_row
BEGIN SELECT RAISE (ABORT, 'the history is never changed'); END;
CREATE TRIGGER change_stays BEFORE DELETE ON change
BEGIN SELECT RAISE (ABORT, 'the history is never deleted'); END;
CREATE TRIGGER change_fixed BEFORE UPDATE ON change WHEN OLD.digest IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'the history is never changed'); END;

-- Places -------------------------------------------------------------------------------------

CREATE TABLE sub_district (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  code        TEXT    NOT NULL UNIQUE CHECK (length (code) = 9),
  name        TEXT    NOT NULL
) STRICT;

CREATE TABLE community (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  sub_district_id INTEGER NOT NULL REFERENCES sub_district (id),
  code        TEXT    NOT NULL UNIQUE CHECK (length (code) = 12),
  name        TEXT    NOT NULL,
  border      BLOB    NOT NULL,               -- polygon
  source      TEXT    NOT NULL DEFAULT '',
  source_id   TEXT
) STRICT;
CREATE UNIQUE INDEX community_source ON community (source, source_id) WHERE source_id IS NOT NULL;

CREATE TABLE street (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  name        TEXT    NOT NULL,
  main        INTEGER NOT NULL DEFAULT 0 CHECK (main IN (0, 1)),
  line        BLOB    NOT NULL                -- linestring
) STRICT;

CREATE TABLE compound (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  community_id INTEGER NOT NULL REFERENCES community (id),
  name        TEXT    NOT NULL
) STRICT;
CREATE INDEX compound_community ON compound (community_id);

CREATE TABLE building (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  community_id INTEGER REFERENCES community (id),
  compound_id INTEGER REFERENCES compound (id),
  number      TEXT,                           -- as on the door, 3号楼
  name        TEXT,
  kind        TEXT    NOT NULL CHECK (kind IN ('residential', 'shop')
                                      OR kind IN ('office', 'school')
                                      OR kind IN ('medical', 'industrial')
                                      OR kind IN ('other')),
  floors      INTEGER CHECK (floors > 0),
  footprint   BLOB    NOT NULL,               -- polygon or multipolygon
  source      TEXT    NOT NULL DEFAULT '',    -- where an import had it from
  source_id   TEXT,
  search_text TEXT
) STRICT;
CREATE INDEX building_community ON building (community_id) WHERE community_id IS NOT NULL;
CREATE INDEX building_compound ON building (compound_id) WHERE compound_id IS NOT NULL;
CREATE UNIQUE INDEX building_source ON building (source, source_id) WHERE source_id IS NOT NULL;

CREATE TABLE unit (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  building_id INTEGER NOT NULL REFERENCES building (id),
  number      INTEGER NOT NULL CHECK (number > 0),
  households  INTEGER NOT NULL CHECK (households >= 0),
  people      INTEGER NOT NULL CHECK (people >= 0),
  UNIQUE (building_id, number)
) STRICT;

-- Plans and grids ----------------------------------------------------------------------------

CREATE TABLE plan (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  community_id INTEGER NOT NULL REFERENCES community (id),
  name        TEXT    NOT NULL,
  state       TEXT    NOT NULL CHECK (state IN ('draft', 'approved', 'in_force', 'retired')),
  based_on_id INTEGER REFERENCES plan (id),
  valid_from  TEXT    CHECK (date (valid_from, '+0 days') IS valid_from),
  valid_to    TEXT    CHECK (date (valid_to, '+0 days') IS valid_to)
) STRICT;
CREATE UNIQUE INDEX plan_one_in_force ON plan (community_id) WHERE state = 'in_force';

CREATE TABLE grid (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  community_id INTEGER NOT NULL REFERENCES community (id),
  code        TEXT    NOT NULL UNIQUE CHECK (length (code) = 15),
  name        TEXT    NOT NULL,
  valid_from  TEXT    NOT NULL CHECK (date (valid_from, '+0 days') IS valid_from),
  valid_to    TEXT    CHECK (date (valid_to, '+0 days') IS valid_to)
) STRICT;
CREATE INDEX grid_community ON grid (community_id);

-- Each piece of border once, with the grid on either hand; NULL is outside the community.
CREATE TABLE arc (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  plan_id     INTEGER NOT NULL REFERENCES plan (id),
  left_grid_id  INTEGER REFERENCES grid (id),
  right_grid_id INTEGER REFERENCES grid (id),
  line        BLOB    NOT NULL,               -- linestring, from its start node to its end node
  CHECK (left_grid_id IS DISTINCT FROM right_grid_id)
) STRICT;
CREATE INDEX arc_plan ON arc (plan_id);

CREATE TABLE plan_building (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  plan_id     INTEGER NOT NULL REFERENCES plan (id),
  building_id INTEGER NOT NULL REFERENCES building (id),
  grid_id     INTEGER NOT NULL REFERENCES grid (id),
  UNIQUE (plan_id, building_id)
) STRICT;
CREATE INDEX plan_building_building ON plan_building (building_id);
CREATE INDEX plan_building_grid ON plan_building (grid_id);

-- Organisations and people -------------------------------------------------------------------

CREATE TABLE organisation (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  kind        TEXT    NOT NULL CHECK (kind IN ('department', 'co_building', 'property', 'gas',
                                               'water', 'venue', 'committee', 'other')),
  name        TEXT    NOT NULL,
  community_id INTEGER REFERENCES community (id),
  phone       TEXT
) STRICT;

CREATE TABLE party_organisation (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  kind        TEXT    NOT NULL CHECK (kind IN ('branch', 'group')),
  name        TEXT    NOT NULL,
  parent_id   INTEGER REFERENCES party_organisation (id)
) STRICT;

CREATE TABLE party_organisation_grid (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  party_organisation_id INTEGER NOT NULL REFERENCES party_organisation (id),
  grid_id     INTEGER NOT NULL REFERENCES grid (id),
  valid_from  TEXT    NOT NULL CHECK (date (valid_from, '+0 days') IS valid_from),
  valid_to    TEXT    CHECK (date (valid_to, '+0 days') IS valid_to)
) STRICT;
CREATE INDEX party_organisation_grid_grid ON party_organisation_grid (grid_id);

CREATE TABLE person (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  name        TEXT    NOT NULL,
  pinyin      TEXT    NOT NULL DEFAULT '',    -- for sorting, tones left out
  sex         TEXT    NOT NULL DEFAULT '0' CHECK (sex IN ('0', '1') OR sex IN ('2', '9')),  -- GB/T 2261.1
  birth_date  TEXT    CHECK (date (birth_date, '+0 days') IS birth_date),
  phone       TEXT,
  organisation_id INTEGER REFERENCES organisation (id),
  party_organisation_id INTEGER REFERENCES party_organisation (id),
  unit_id     INTEGER REFERENCES unit (id),   -- where they live, if in the area
  search_text TEXT
) STRICT;
CREATE INDEX person_organisation ON person (organisation_id);
CREATE INDEX person_pinyin ON person (pinyin);

CREATE TABLE role (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  code        TEXT    NOT NULL UNIQUE,
  family      TEXT    NOT NULL,
  name        TEXT    NOT NULL,
  name_zh     TEXT    NOT NULL,
  scope       TEXT    NOT NULL CHECK (scope IN ('sub-district', 'community', 'grid', 'building',
                                                'unit')),
  presence    TEXT    NOT NULL,
  holders     INTEGER,                        -- most at one place on one day; NULL is any number
  places      INTEGER,                        -- most for one person on one day
  cardinality TEXT    NOT NULL DEFAULT '',
  nominated_by TEXT,                          -- codes of roles
  approved_by TEXT,
  duties      TEXT    NOT NULL DEFAULT '',
  duties_zh   TEXT    NOT NULL DEFAULT '',
  sort_order  INTEGER NOT NULL DEFAULT 0
) STRICT;

-- One person, one role, one place, from a day to a day.
CREATE TABLE post (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  person_id   INTEGER NOT NULL REFERENCES person (id),
  role_id     INTEGER NOT NULL REFERENCES role (id),
  sub_district_id INTEGER REFERENCES sub_district (id),
  community_id INTEGER REFERENCES community (id),
  grid_id     INTEGER REFERENCES grid (id),
  building_id INTEGER REFERENCES building (id),
  unit_id     INTEGER REFERENCES unit (id),
  valid_from  TEXT    NOT NULL CHECK (date (valid_from, '+0 days') IS valid_from),
  valid_to    TEXT    CHECK (date (valid_to, '+0 days') IS valid_to),
  nominated_by_id INTEGER REFERENCES person (id),
  approved_by_id  INTEGER REFERENCES person (id),
  reason      TEXT    NOT NULL DEFAULT '',
  end_reason  TEXT,
  CHECK ((sub_district_id IS NOT NULL) + (community_id IS NOT NULL) + (grid_id IS NOT NULL) +
         (building_id IS NOT NULL) + (unit_id IS NOT NULL) = 1),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
) STRICT;
CREATE INDEX post_person ON post (person_id);
CREATE INDEX post_role ON post (role_id);
CREATE INDEX post_community ON post (community_id) WHERE community_id IS NOT NULL;
CREATE INDEX post_grid ON post (grid_id) WHERE grid_id IS NOT NULL;
CREATE INDEX post_building ON post (building_id) WHERE building_id IS NOT NULL;
CREATE INDEX post_unit ON post (unit_id) WHERE unit_id IS NOT NULL;

-- Issues -------------------------------------------------------------------------------------

CREATE TABLE case_type (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  code        TEXT    NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,
  lane        TEXT    NOT NULL CHECK (lane IN ('community', 'enforcement', 'market')),
  class       TEXT    NOT NULL,
  class_zh    TEXT    NOT NULL,
  name        TEXT    NOT NULL,
  name_zh     TEXT    NOT NULL,
  limit_text  TEXT    NOT NULL,               -- 4h, 7d
  role_code   TEXT    NOT NULL DEFAULT '',    -- who answers for it on a grid
  measures    INTEGER NOT NULL DEFAULT 0,     -- 1 places are counted, 2 areas are measured
  figure      TEXT    NOT NULL DEFAULT '',    -- of the office's account that it counts towards
  filing      TEXT    NOT NULL DEFAULT '',
  filing_zh   TEXT    NOT NULL DEFAULT '',
  closing     TEXT    NOT NULL DEFAULT '',
  closing_zh  TEXT    NOT NULL DEFAULT '',
  valid_from  TEXT    NOT NULL CHECK (date (valid_from, '+0 days') IS valid_from),
  valid_to    TEXT    CHECK (date (valid_to, '+0 days') IS valid_to),
  UNIQUE (code, version)
) STRICT;

CREATE TABLE case_type_stage (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  case_type_id INTEGER NOT NULL REFERENCES case_type (id),
  position    INTEGER NOT NULL,
  name        TEXT    NOT NULL,
  name_zh     TEXT    NOT NULL,
  limit_text  TEXT    NOT NULL,
  UNIQUE (case_type_id, position)
) STRICT;

CREATE TABLE issue (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  number      TEXT    NOT NULL UNIQUE,
  case_type_id INTEGER NOT NULL REFERENCES case_type (id),
  title       TEXT    NOT NULL,
  description TEXT    NOT NULL DEFAULT '',
  source      TEXT    NOT NULL,
  stage       TEXT    NOT NULL,
  suspended   INTEGER NOT NULL DEFAULT 0 CHECK (suspended IN (0, 1)),
  grid_id     INTEGER REFERENCES grid (id),
  building_id INTEGER REFERENCES building (id),
  place       TEXT    NOT NULL DEFAULT '',
  lon_e7      INTEGER,                        -- degrees times ten million
  lat_e7      INTEGER,
  reporter_id INTEGER REFERENCES person (id),
  handler_id  INTEGER REFERENCES person (id),
  filed_at    INTEGER NOT NULL,
  due_at      INTEGER,
  due_provisional INTEGER NOT NULL DEFAULT 0 CHECK (due_provisional IN (0, 1)),
  closed_at   INTEGER,
  measure_count INTEGER NOT NULL DEFAULT 0 CHECK (measure_count >= 0),
  measure_area_cm2 INTEGER NOT NULL DEFAULT 0 CHECK (measure_area_cm2 >= 0),
  search_text TEXT
) STRICT;
CREATE INDEX issue_stage ON issue (stage, closed_at);
CREATE INDEX issue_grid ON issue (grid_id);
CREATE INDEX issue_case_type ON issue (case_type_id);
CREATE INDEX issue_filed ON issue (filed_at);
CREATE INDEX issue_handler ON issue (handler_id);

CREATE TABLE issue_event (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  issue_id    INTEGER NOT NULL REFERENCES issue (id),
  at          INTEGER NOT NULL,
  move        TEXT    NOT NULL,
  from_stage  TEXT,
  to_stage    TEXT    NOT NULL,
  person_id   INTEGER REFERENCES person (id),
  granted     TEXT,                           -- by an extension: 4h, 7d
  note        TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX issue_event_issue ON issue_event (issue_id, at);

-- Contents are kept once by digest and outside the history: an attachment names its digest.
CREATE TABLE attachment_content (
  sha256      TEXT    PRIMARY KEY,
  content     BLOB    NOT NULL
) STRICT;

CREATE TABLE attachment (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  issue_event_id INTEGER REFERENCES issue_event (id),
  person_id   INTEGER REFERENCES person (id),
  name        TEXT    NOT NULL,
  media_type  TEXT    NOT NULL,
  sha256      TEXT    NOT NULL REFERENCES attachment_content (sha256),
  CHECK ((issue_event_id IS NOT NULL) + (person_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX attachment_issue_event ON attachment (issue_event_id);

-- Points -------------------------------------------------------------------------------------

CREATE TABLE venue (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  organisation_id INTEGER NOT NULL UNIQUE REFERENCES organisation (id)
) STRICT;

CREATE TABLE reward (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  venue_id    INTEGER NOT NULL REFERENCES venue (id),
  name        TEXT    NOT NULL,
  points      INTEGER NOT NULL CHECK (points > 0),
  stock       INTEGER CHECK (stock >= 0),     -- NULL is a service without stock
  valid_to    TEXT    CHECK (date (valid_to, '+0 days') IS valid_to)
) STRICT;

CREATE TABLE points_account (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  kind        TEXT    NOT NULL CHECK (kind IN ('person', 'grid_fund', 'venue', 'issue', 'expiry')),
  person_id   INTEGER UNIQUE REFERENCES person (id),
  grid_id     INTEGER UNIQUE REFERENCES grid (id),
  venue_id    INTEGER UNIQUE REFERENCES venue (id),
  CHECK ((kind = 'person') = (person_id IS NOT NULL)),
  CHECK ((kind = 'grid_fund') = (grid_id IS NOT NULL)),
  CHECK ((kind = 'venue') = (venue_id IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX points_account_one ON points_account (kind) WHERE kind IN ('issue', 'expiry');

CREATE TABLE points_rule (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  code        TEXT    NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,
  activity    TEXT    NOT NULL,
  activity_zh TEXT    NOT NULL,
  points      INTEGER NOT NULL CHECK (points > 0),
  per_day     INTEGER CHECK (per_day > 0),    -- most points of this rule for one person in a day
  valid_from  TEXT    NOT NULL CHECK (date (valid_from, '+0 days') IS valid_from),
  valid_to    TEXT    CHECK (date (valid_to, '+0 days') IS valid_to),
  UNIQUE (code, version)
) STRICT;

CREATE TABLE points_transfer (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  kind        TEXT    NOT NULL CHECK (kind IN ('earn', 'redeem') OR kind IN ('expire', 'reverse')),
  at          INTEGER NOT NULL,
  rule_id     INTEGER REFERENCES points_rule (id),
  reward_id   INTEGER REFERENCES reward (id),
  reverses_id INTEGER UNIQUE REFERENCES points_transfer (id),
  source      TEXT,                           -- what it was earned by; pays once for one rule
  note        TEXT    NOT NULL DEFAULT '',
  CHECK ((kind = 'reverse') = (reverses_id IS NOT NULL)),
  CHECK (kind <> 'earn' OR rule_id IS NOT NULL),
  CHECK (kind <> 'redeem' OR reward_id IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX points_transfer_source ON points_transfer (rule_id, source)
  WHERE source IS NOT NULL;

CREATE TABLE points_entry (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  transfer_id INTEGER NOT NULL REFERENCES points_transfer (id),
  account_id  INTEGER NOT NULL REFERENCES points_account (id),
  points      INTEGER NOT NULL CHECK (points <> 0)
) STRICT;
CREATE INDEX points_entry_transfer ON points_entry (transfer_id);
CREATE INDEX points_entry_account ON points_entry (account_id);

CREATE TRIGGER points_transfer_fixed BEFORE UPDATE ON points_transfer
BEGIN SELECT RAISE (ABORT, 'the points ledger is never changed'); END;
CREATE TRIGGER points_transfer_stays BEFORE DELETE ON points_transfer
BEGIN SELECT RAISE (ABORT, 'the points ledger is never changed'); END;
CREATE TRIGGER points_entry_fixed BEFORE UPDATE ON points_entry
BEGIN SELECT RAISE (ABORT, 'the points ledger is never changed'); END;
CREATE TRIGGER points_entry_stays BEFORE DELETE ON points_entry
BEGIN SELECT RAISE (ABORT, 'the points ledger is never changed'); END;

CREATE TABLE voucher (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  number      TEXT    NOT NULL UNIQUE,
  transfer_id INTEGER NOT NULL UNIQUE REFERENCES points_transfer (id),
  state       TEXT    NOT NULL CHECK (state IN ('open', 'used', 'void')),
  used_at     INTEGER
) STRICT;

-- Search -------------------------------------------------------------------------------------

-- Kept by the program with every row it writes: a trigger may not touch a virtual table while the
-- schema is not trusted. The words are split into characters and readings before they come here.
-- A row's number is the record's number times eight, plus which table it is of.
CREATE VIRTUAL TABLE search USING fts5 (words, content = '', tokenize = 'unicode61');
