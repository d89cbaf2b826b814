/** The first shape of the vault. Never edited after release; it imports nothing, so that it means the same for ever. */
export const start0010 = {
  version: 10,
  up(database: { exec(sql: string): unknown }): void {
    database.exec(`
      CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

      CREATE TABLE student (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, grade INTEGER, graduates TEXT, birth_month TEXT, lang TEXT NOT NULL, area_id TEXT,
        large_print INTEGER NOT NULL CHECK (large_print IN (0, 1)), student_number TEXT NOT NULL, has_diploma INTEGER CHECK (has_diploma IN (0, 1)),
        wage_cents INTEGER, hours_per_week INTEGER, note TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
      ) STRICT;
      CREATE TABLE earned_credential (
        id TEXT PRIMARY KEY, student_id TEXT NOT NULL REFERENCES student (id), credential_id TEXT, name TEXT NOT NULL, earned_on TEXT, expires_on TEXT
      ) STRICT;
      CREATE INDEX earned_credential_of_student ON earned_credential (student_id);
      CREATE TABLE disclosure (
        id TEXT PRIMARY KEY, student_id TEXT NOT NULL REFERENCES student (id), at TEXT NOT NULL, party TEXT NOT NULL, purpose TEXT NOT NULL, what TEXT NOT NULL
      ) STRICT;
      CREATE INDEX disclosure_of_student ON disclosure (student_id);

      CREATE TABLE plan (
        id TEXT PRIMARY KEY, student_id TEXT NOT NULL REFERENCES student (id), goal TEXT NOT NULL, plan_b TEXT NOT NULL, area_id TEXT NOT NULL,
        lang TEXT NOT NULL, meeting_on TEXT, talked_on TEXT NOT NULL, high_school TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX plan_of_student ON plan (student_id);
      CREATE TABLE plan_step (
        id TEXT PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plan (id), position INTEGER NOT NULL CHECK (position >= 0), kind TEXT NOT NULL,
        credential_id TEXT, title TEXT NOT NULL, starts_on TEXT, ends_on TEXT, skippable INTEGER NOT NULL CHECK (skippable IN (0, 1)),
        done INTEGER NOT NULL CHECK (done IN (0, 1)), note TEXT NOT NULL
      ) STRICT;
      CREATE INDEX plan_step_of_plan ON plan_step (plan_id);
      CREATE TABLE plan_cost (
        id TEXT PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plan (id), position INTEGER NOT NULL CHECK (position >= 0),
        step_id TEXT REFERENCES plan_step (id), label TEXT NOT NULL, low_cents INTEGER CHECK (low_cents >= 0), high_cents INTEGER CHECK (high_cents >= 0),
        at_least INTEGER NOT NULL CHECK (at_least IN (0, 1)), unknown TEXT, price_year INTEGER, payers TEXT NOT NULL CHECK (json_valid(payers)),
        ask_whom TEXT NOT NULL, phone TEXT NOT NULL, evidence TEXT
      ) STRICT;
      CREATE INDEX plan_cost_of_plan ON plan_cost (plan_id);
      CREATE INDEX plan_cost_of_step ON plan_cost (step_id);
      CREATE TABLE plan_action (
        id TEXT PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plan (id), position INTEGER NOT NULL CHECK (position >= 0), text TEXT NOT NULL,
        who TEXT NOT NULL, phone TEXT NOT NULL, due_on TEXT, done INTEGER NOT NULL CHECK (done IN (0, 1))
      ) STRICT;
      CREATE INDEX plan_action_of_plan ON plan_action (plan_id);
      CREATE TABLE plan_check (
        id TEXT PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plan (id), position INTEGER NOT NULL CHECK (position >= 0), label TEXT NOT NULL,
        answer TEXT NOT NULL, done INTEGER NOT NULL CHECK (done IN (0, 1)), evidence TEXT
      ) STRICT;
      CREATE INDEX plan_check_of_plan ON plan_check (plan_id);
      CREATE TABLE figure_snapshot (
        id TEXT PRIMARY KEY REFERENCES plan (id), edition TEXT NOT NULL, digest TEXT NOT NULL, data_checked TEXT NOT NULL, taken_on TEXT NOT NULL,
        figures TEXT NOT NULL CHECK (json_valid(figures))
      ) STRICT;

      CREATE TABLE print_log (id TEXT PRIMARY KEY, at TEXT NOT NULL, what TEXT NOT NULL, student_id TEXT, way TEXT NOT NULL) STRICT;
      CREATE INDEX print_log_at ON print_log (at);

      CREATE TABLE change_log (
        seq INTEGER PRIMARY KEY AUTOINCREMENT, operation TEXT NOT NULL, at TEXT NOT NULL, undone INTEGER NOT NULL CHECK (undone IN (0, 1))
      ) STRICT;
      CREATE TABLE change_row (
        seq INTEGER NOT NULL REFERENCES change_log (seq) ON DELETE CASCADE, n INTEGER NOT NULL, table_name TEXT NOT NULL, row_id TEXT NOT NULL,
        before TEXT, after TEXT, PRIMARY KEY (seq, n)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
