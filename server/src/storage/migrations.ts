/** Each step takes a database from version `index` to `index + 1`. Steps are never changed once released, only added. */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE heads (document TEXT PRIMARY KEY, seq INTEGER NOT NULL, hash TEXT NOT NULL, at TEXT NOT NULL);
  CREATE TABLE rows (
    document TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL, author TEXT NOT NULL, side TEXT,
    minutes INTEGER NOT NULL, bytes BLOB NOT NULL, digest TEXT NOT NULL, hash TEXT NOT NULL,
    PRIMARY KEY (document, seq)
  );
  CREATE TABLE claims (
    document TEXT NOT NULL, client INTEGER NOT NULL, member TEXT NOT NULL, side TEXT, PRIMARY KEY (document, client)
  );
  CREATE TABLE teams (id TEXT PRIMARY KEY, name TEXT NOT NULL, sides TEXT NOT NULL, created_at TEXT NOT NULL);
  CREATE TABLE members (
    id TEXT PRIMARY KEY, team TEXT NOT NULL REFERENCES teams, name TEXT NOT NULL, role TEXT NOT NULL, side TEXT,
    admitted INTEGER NOT NULL, gone INTEGER NOT NULL
  );
  CREATE INDEX members_by_team ON members (team);
  CREATE TABLE boards (
    id TEXT PRIMARY KEY, team TEXT NOT NULL REFERENCES teams, title TEXT NOT NULL, template TEXT NOT NULL,
    worked_case TEXT, practice INTEGER NOT NULL, created_at TEXT NOT NULL
  );
  CREATE INDEX boards_by_team ON boards (team);
  CREATE TABLE invitations (
    id TEXT PRIMARY KEY, code_hash TEXT NOT NULL UNIQUE, team TEXT NOT NULL REFERENCES teams, role TEXT NOT NULL, side TEXT,
    name TEXT, member TEXT, uses INTEGER NOT NULL, used INTEGER NOT NULL, expires_at TEXT NOT NULL,
    revoked INTEGER NOT NULL, author TEXT NOT NULL, created_at TEXT NOT NULL
  );
  CREATE INDEX invitations_by_team ON invitations (team);
  CREATE TABLE sessions (token_hash TEXT PRIMARY KEY, kind TEXT NOT NULL, expires_at TEXT NOT NULL);
  CREATE TABLE seats (
    token_hash TEXT NOT NULL REFERENCES sessions ON DELETE CASCADE, member TEXT NOT NULL, PRIMARY KEY (token_hash, member)
  );
  CREATE INDEX seats_by_member ON seats (member);
  CREATE TABLE images (
    id TEXT PRIMARY KEY, board TEXT NOT NULL REFERENCES boards, author TEXT NOT NULL, created_at TEXT NOT NULL,
    bytes BLOB NOT NULL
  );
  CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL);
  `,
  // The sides that have yet to accept somebody, as JSON; null: none.
  'ALTER TABLE members ADD COLUMN awaits TEXT',
  // Where and when a session was opened, and last used.
  `
  ALTER TABLE sessions ADD COLUMN created_at TEXT NOT NULL DEFAULT '';
  ALTER TABLE sessions ADD COLUMN seen_at TEXT;
  ALTER TABLE sessions ADD COLUMN browser TEXT;
  ALTER TABLE sessions ADD COLUMN system TEXT;
  `,
  // The side in whose caucus a picture lies; null: on the table.
  'ALTER TABLE images ADD COLUMN caucus TEXT',
  // What members answered in rounds that are not over. No rowid: the order in which they answered is nowhere kept.
  `
  CREATE TABLE answers (
    board TEXT NOT NULL, round TEXT NOT NULL, member TEXT NOT NULL, side TEXT NOT NULL, answer TEXT NOT NULL,
    PRIMARY KEY (board, round, member)
  ) WITHOUT ROWID;
  `,
  // The joint acts that took content out of a row, as JSON; null: none did.
  'ALTER TABLE rows ADD COLUMN erasures TEXT',
  // What each side has seen of its answers in rounds that are over, beyond what the minutes say: a result without names.
  `
  CREATE TABLE seen (
    board TEXT NOT NULL, round TEXT NOT NULL, side TEXT NOT NULL, result TEXT NOT NULL, PRIMARY KEY (board, round, side)
  ) WITHOUT ROWID;
  `,
]
