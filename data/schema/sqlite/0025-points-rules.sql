-- Rules of the points ledger with hours, caps, multipliers, versions and drafts; awards that somebody
-- confirms; points that expire; what venues took in, day by day.
--
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Rules ------------------------------------------------------------------------------------------

ALTER TABLE points_rule ADD COLUMN per_hour INTEGER NOT NULL DEFAULT 0 CHECK (per_hour IN (0, 1));
ALTER TABLE points_rule ADD COLUMN per_award INTEGER CHECK (per_award > 0);   -- most for one activity
ALTER TABLE points_rule ADD COLUMN per_month INTEGER CHECK (per_month > 0);   -- for one person
ALTER TABLE points_rule ADD COLUMN approve_above INTEGER CHECK (approve_above > 0); -- a second person
ALTER TABLE points_rule ADD COLUMN earned_by TEXT NOT NULL DEFAULT '';  -- what awards are proposed from
ALTER TABLE points_rule ADD COLUMN notice_days INTEGER NOT NULL DEFAULT 0 CHECK (notice_days >= 0);
ALTER TABLE points_rule ADD COLUMN draft INTEGER NOT NULL DEFAULT 0 CHECK (draft IN (0, 1));

-- Holders of a role earn so many hundredths of what the rule says: 0 is for who is paid for it.
CREATE TABLE points_rule_role (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  rule_id     INTEGER NOT NULL REFERENCES points_rule (id),
  role_id     INTEGER NOT NULL REFERENCES role (id),
  percent     INTEGER NOT NULL CHECK (percent >= 0),
  UNIQUE (rule_id, role_id)
) STRICT;

-- Awards that wait for somebody to confirm them ---------------------------------------------------

CREATE TABLE points_proposal (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  rule_id     INTEGER NOT NULL REFERENCES points_rule (id),
  person_id   INTEGER NOT NULL REFERENCES person (id),
  at          INTEGER NOT NULL,               -- when it was done
  minutes     INTEGER NOT NULL DEFAULT 0 CHECK (minutes >= 0),
  points      INTEGER NOT NULL CHECK (points > 0),
  source      TEXT,                           -- as in a transfer
  note        TEXT    NOT NULL DEFAULT '',
  evidence    TEXT    NOT NULL DEFAULT '',    -- of a good deed: who saw it, what proves it
  notice_to   TEXT    CHECK (date (notice_to, '+0 days') IS notice_to), -- last day of public notice
  state       TEXT    NOT NULL DEFAULT 'proposed'
              CHECK (state IN ('proposed', 'confirmed') OR state IN ('refused')),
  proposed_by TEXT    NOT NULL,
  decided_by  TEXT    NOT NULL DEFAULT '',
  reason      TEXT    NOT NULL DEFAULT '',    -- of refusing it
  transfer_id INTEGER UNIQUE REFERENCES points_transfer (id),
  CHECK ((state = 'confirmed') = (transfer_id IS NOT NULL))
) STRICT;
CREATE INDEX points_proposal_state ON points_proposal (state, at);
CREATE INDEX points_proposal_person ON points_proposal (person_id);
CREATE UNIQUE INDEX points_proposal_source ON points_proposal (rule_id, source)
  WHERE source IS NOT NULL;

-- Expiry -------------------------------------------------------------------------------------------

-- For how long points are good: to the end of the n-th year after they were earned, or so many months.
CREATE TABLE points_expiry (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  mode        TEXT    NOT NULL CHECK (mode IN ('never', 'yearly') OR mode IN ('rolling')),
  span        INTEGER NOT NULL CHECK (span > 0), -- years or months
  notice_days INTEGER NOT NULL CHECK (notice_days >= 0),
  valid_from  TEXT    NOT NULL UNIQUE CHECK (date (valid_from, '+0 days') IS valid_from)
) STRICT;

-- What venues took in ------------------------------------------------------------------------------

-- Sums of a venue's entries by day (since 1970-01-01, UTC+8) and reward, made as the ledger grows.
CREATE TABLE points_taking (
  account_id  INTEGER NOT NULL REFERENCES points_account (id),
  day         INTEGER NOT NULL,
  reward_id   INTEGER NOT NULL,               -- 0 where there is none
  n_came      INTEGER NOT NULL,
  came        INTEGER NOT NULL,
  n_went      INTEGER NOT NULL,
  went        INTEGER NOT NULL,
  PRIMARY KEY (account_id, day, reward_id)
) STRICT, WITHOUT ROWID;

INSERT INTO points_taking
SELECT e.account_id, (t.at + 28800) / 86400, coalesce (t.reward_id, z.reward_id, 0),
       sum (e.points > 0), sum (max (e.points, 0)), sum (e.points < 0), sum (max (-e.points, 0))
FROM points_account a JOIN points_entry e ON e.account_id = a.id
JOIN points_transfer t ON t.id = e.transfer_id
LEFT JOIN points_transfer z ON z.id = t.reverses_id
WHERE a.kind = 'venue' GROUP BY 1, 2, 3;

CREATE TRIGGER points_entry_taken AFTER INSERT ON points_entry
WHEN EXISTS (SELECT 1 FROM points_account WHERE id = NEW.account_id AND kind = 'venue')
BEGIN
  INSERT INTO points_taking
  SELECT NEW.account_id, (t.at + 28800) / 86400, coalesce (t.reward_id, z.reward_id, 0),
         NEW.points > 0, max (NEW.points, 0), NEW.points < 0, max (-NEW.points, 0)
  FROM points_transfer t LEFT JOIN points_transfer z ON z.id = t.reverses_id
  WHERE t.id = NEW.transfer_id
  ON CONFLICT (account_id, day, reward_id) DO UPDATE SET
    n_came = n_came + excluded.n_came, came = came + excluded.came,
    n_went = n_went + excluded.n_went, went = went + excluded.went;
END;
