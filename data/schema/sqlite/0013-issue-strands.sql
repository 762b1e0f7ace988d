-- Issues in strands, with several reporters, duplicates of one another and summons to the spot; and
-- the flow of issues as the records know it.
--
-- SPDX-License-Identifier: GPL-3.0-or-later

-- An issue that is a duplicate has ended as void, and its reporters are the other one's as well.
ALTER TABLE issue ADD COLUMN duplicate_of_id INTEGER REFERENCES issue (id)
  CHECK (duplicate_of_id IS NULL OR (duplicate_of_id <> id AND stage = 'void'));
CREATE INDEX issue_duplicate_of ON issue (duplicate_of_id) WHERE duplicate_of_id IS NOT NULL;

-- What each party has to do about an issue, with a clock of its own.
CREATE TABLE issue_strand (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  issue_id    INTEGER NOT NULL REFERENCES issue (id),
  lane        TEXT    NOT NULL CHECK (lane IN ('community', 'enforcement', 'market')),
  task        TEXT    NOT NULL CHECK (task <> ''),
  handler_id  INTEGER REFERENCES person (id),
  limit_text  TEXT    NOT NULL,               -- 4h, 7d
  started_at  INTEGER NOT NULL,
  due_at      INTEGER,                        -- NULL while the issue is suspended
  due_provisional INTEGER NOT NULL DEFAULT 0 CHECK (due_provisional IN (0, 1)),
  ended_at    INTEGER,
  outcome     TEXT    CHECK (outcome IN ('done', 'dropped')),
  note        TEXT    NOT NULL DEFAULT '',    -- what came of it
  UNIQUE (issue_id, lane),
  CHECK ((ended_at IS NULL) = (outcome IS NULL))
) STRICT;
CREATE INDEX issue_strand_handler ON issue_strand (handler_id);

-- Who reported it besides the first.
CREATE TABLE issue_reporter (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  issue_id    INTEGER NOT NULL REFERENCES issue (id),
  person_id   INTEGER REFERENCES person (id),
  name        TEXT    NOT NULL DEFAULT '',    -- of somebody who is not in the records
  phone       TEXT    NOT NULL DEFAULT '',
  source      TEXT    NOT NULL,
  at          INTEGER NOT NULL,
  note        TEXT    NOT NULL DEFAULT '',
  from_issue_id INTEGER REFERENCES issue (id), -- the duplicate that brought it
  CHECK (from_issue_id IS NULL OR from_issue_id <> issue_id)
) STRICT;
CREATE INDEX issue_reporter_issue ON issue_reporter (issue_id);
CREATE INDEX issue_reporter_person ON issue_reporter (person_id);
CREATE INDEX issue_reporter_from ON issue_reporter (from_issue_id) WHERE from_issue_id IS NOT NULL;

-- Somebody is called to the spot and has so many minutes to be there.
CREATE TABLE summons (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  issue_id    INTEGER NOT NULL REFERENCES issue (id),
  caller_id   INTEGER REFERENCES person (id), -- of the grid or community; NULL is the office
  organisation_id INTEGER REFERENCES organisation (id),
  person_id   INTEGER REFERENCES person (id), -- one of the two is called, or somebody of a department
  called_at   INTEGER NOT NULL,
  due_at      INTEGER NOT NULL,
  arrived_at  INTEGER,
  closed_at   INTEGER,                        -- when it was answered or given up
  note        TEXT    NOT NULL DEFAULT '',    -- for what
  result      TEXT    NOT NULL DEFAULT '',
  CHECK (organisation_id IS NOT NULL OR person_id IS NOT NULL),
  CHECK (due_at > called_at),
  CHECK (arrived_at IS NULL OR (arrived_at >= called_at AND closed_at IS NOT NULL))
) STRICT;
CREATE INDEX summons_issue ON summons (issue_id);
CREATE INDEX summons_person ON summons (person_id);
CREATE INDEX summons_organisation ON summons (organisation_id);

-- The steps there are. What is not here cannot be written, whoever writes it.
CREATE TABLE issue_flow (
  from_stage  TEXT    NOT NULL,
  move        TEXT    NOT NULL,
  to_stage    TEXT    NOT NULL,
  PRIMARY KEY (from_stage, move)
) STRICT;
INSERT INTO issue_flow (from_stage, move, to_stage) VALUES
  ('collect', 'file', 'file'), ('collect', 'refuse', 'void'), ('collect', 'void', 'void'),
  ('collect', 'duplicate', 'void'),
  ('file', 'dispatch', 'dispatch'), ('file', 'return', 'collect'), ('file', 'void', 'void'),
  ('file', 'duplicate', 'void'),
  ('dispatch', 'accept', 'handle'), ('dispatch', 'return', 'file'), ('dispatch', 'refuse', 'file'),
  ('dispatch', 'transfer', 'dispatch'), ('dispatch', 'suspend', 'dispatch'),
  ('dispatch', 'resume', 'dispatch'), ('dispatch', 'extend', 'dispatch'),
  ('dispatch', 'void', 'void'), ('dispatch', 'duplicate', 'void'),
  ('handle', 'report-back', 'report-back'), ('handle', 'transfer', 'dispatch'),
  ('handle', 'return', 'file'), ('handle', 'suspend', 'handle'), ('handle', 'resume', 'handle'),
  ('handle', 'extend', 'handle'), ('handle', 'void', 'void'), ('handle', 'duplicate', 'void'),
  ('report-back', 'verify-pass', 'verify'), ('report-back', 'rework', 'handle'),
  ('verify', 'close', 'closed'), ('verify', 'rework', 'handle'),
  ('closed', 'evaluate', 'evaluated'), ('closed', 'rework', 'handle'),
  ('evaluated', 'reopen', 'handle'),
  ('void', 'reopen', 'collect');

-- The events that bring an issue on, or stop or move its clock. Handing it to somebody else where it
-- is, the ladder, strands, reporters and summons do not.
CREATE VIEW issue_step AS
  SELECT id, issue_id, at, move, from_stage, to_stage FROM issue_event
  WHERE from_stage IS DISTINCT FROM to_stage OR move IN ('suspend', 'resume', 'extend');

-- The first step of an issue that came from elsewhere may begin anywhere, and one of which nobody
-- knows where it began has no from_stage.
CREATE TRIGGER issue_event_flow AFTER INSERT ON issue_event
WHEN NEW.from_stage IS DISTINCT FROM NEW.to_stage OR NEW.move NOT IN (
  'transfer', 'remind', 'notice', 'criticise', 'report-up', 'strand', 'strand-done', 'strand-drop',
  'reporter', 'take-over', 'summon', 'arrive')
BEGIN
  SELECT RAISE (ABORT, 'issues have no such step') WHERE NEW.from_stage IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM issue_flow f WHERE f.from_stage = NEW.from_stage
                    AND f.move = NEW.move AND f.to_stage = NEW.to_stage);
  SELECT RAISE (ABORT, 'the steps of an issue are out of order') FROM issue_step s
    WHERE s.id = (SELECT max (l.id) FROM issue_step l
                  WHERE l.issue_id = NEW.issue_id AND l.id < NEW.id)
    AND (s.to_stage IS DISTINCT FROM NEW.from_stage OR s.at > NEW.at
         OR (s.move = 'suspend' AND NEW.move NOT IN ('resume', 'void', 'duplicate'))
         OR (s.move <> 'suspend' AND NEW.move = 'resume'));
END;
CREATE TRIGGER issue_event_fixed BEFORE UPDATE OF issue_id, at, move, from_stage, to_stage
ON issue_event
WHEN OLD.issue_id IS NOT NEW.issue_id OR OLD.at IS NOT NEW.at OR OLD.move IS NOT NEW.move
  OR OLD.from_stage IS NOT NEW.from_stage OR OLD.to_stage IS NOT NEW.to_stage
BEGIN SELECT RAISE (ABORT, 'what was done with an issue is never changed'); END;

CREATE TRIGGER issue_stage_known AFTER INSERT ON issue
WHEN NOT EXISTS (SELECT 1 FROM issue_flow f WHERE f.from_stage = NEW.stage)
BEGIN SELECT RAISE (ABORT, 'issues have no such stage'); END;
CREATE TRIGGER issue_stage_joint AFTER UPDATE OF stage ON issue
WHEN NEW.stage IS NOT OLD.stage
BEGIN
  SELECT RAISE (ABORT, 'issues have no such stage')
    WHERE NOT EXISTS (SELECT 1 FROM issue_flow f WHERE f.from_stage = NEW.stage);
  SELECT RAISE (ABORT, 'a strand of the issue is open')
    WHERE NEW.stage IN ('closed', 'evaluated', 'void')
    AND EXISTS (SELECT 1 FROM issue_strand t WHERE t.issue_id = NEW.id AND t.ended_at IS NULL);
END;
CREATE TRIGGER issue_strand_begun AFTER INSERT ON issue_strand WHEN NEW.ended_at IS NULL
BEGIN
  SELECT RAISE (ABORT, 'the issue is ended') FROM issue i
    WHERE i.id = NEW.issue_id AND i.stage IN ('closed', 'evaluated', 'void');
END;
CREATE TRIGGER issue_strand_again AFTER UPDATE OF ended_at, issue_id ON issue_strand
WHEN NEW.ended_at IS NULL
BEGIN
  SELECT RAISE (ABORT, 'the issue is ended') FROM issue i
    WHERE i.id = NEW.issue_id AND i.stage IN ('closed', 'evaluated', 'void');
END;
