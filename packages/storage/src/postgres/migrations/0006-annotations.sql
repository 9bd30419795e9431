create table comments (
  id uuid primary key,
  project_id uuid not null references projects (id),
  subject_kind text not null,
  subject_id text not null,
  text text not null,
  by_id text not null references people (id),
  at timestamptz not null,
  edited_at timestamptz,
  resolved_at timestamptz,
  resolved_by text references people (id)
);
create index comments_subject on comments (project_id, subject_kind, subject_id, id);

create table comment_mentions (
  comment_id uuid not null references comments (id),
  person_id text not null references people (id),
  primary key (comment_id, person_id)
);

create table proposals (
  id uuid primary key,
  project_id uuid not null references projects (id),
  test_set_id uuid not null references test_sets (id),
  -- The draft.
  case_id text not null,
  -- The case it corrects; null: it is one of its own.
  corrects text,
  question text not null,
  reference_answer text not null,
  from_evaluation_id uuid references evaluations (id),
  from_case_id text,
  why text not null,
  by_id text not null references people (id),
  at timestamptz not null,
  decision text check (decision in ('accepted', 'rejected')),
  decided_by text references people (id),
  decided_at timestamptz
);
create index proposals_project on proposals (project_id, id);
create index proposals_undecided on proposals (project_id, id) where decision is null;

create table annotation_queues (
  id uuid primary key,
  project_id uuid not null references projects (id),
  name text not null,
  evaluation_id uuid not null references evaluations (id),
  labels_per_row integer not null,
  blind boolean not null,
  guideline_version text not null,
  created_at timestamptz not null,
  created_by text not null references people (id)
);
create index annotation_queues_project on annotation_queues (project_id, id);

create table queue_labellers (
  queue_id uuid not null references annotation_queues (id),
  person_id text not null references people (id),
  primary key (queue_id, person_id)
);

-- Drawn once. `ground`: everything a label of the row says but what somebody said.
create table queue_rows (
  id uuid primary key,
  queue_id uuid not null references annotation_queues (id),
  position integer not null,
  unit text not null,
  case_id text not null,
  repeat integer not null,
  ground jsonb not null,
  unique (queue_id, position)
);

create table labels (
  id uuid primary key,
  project_id uuid not null references projects (id),
  evaluation_id uuid not null references evaluations (id),
  row_id uuid not null references queue_rows (id),
  labeller_id text not null references people (id),
  outcome text not null,
  note text not null,
  at timestamptz not null,
  adjudicates boolean not null,
  unique (row_id, labeller_id, adjudicates)
);
create index labels_evaluation on labels (evaluation_id, id);
create index labels_project on labels (project_id, id);

-- A judged rate with the judge's error taken out, as the labels stood; made again when they change.
create table judge_corrections (
  evaluation_id uuid primary key references evaluations (id),
  rests_on text not null,
  -- null: no label says anything of it.
  correction jsonb,
  made_at timestamptz not null
);

create table findings (
  id uuid primary key,
  project_id uuid not null references projects (id),
  title text not null,
  kind text not null check (kind in ('quality', 'security')),
  severity text not null check (severity in ('critical', 'major', 'minor')),
  -- 0 the most severe.
  severity_rank smallint not null,
  status text not null check (status in ('open', 'in progress', 'accepted risk', 'false positive', 'fixed')),
  owner_id text references people (id),
  source_kind text not null check (source_kind in ('gate', 'garak', 'promptfoo', 'giskard', 'person')),
  source_reference text not null,
  -- What makes it the same finding when it comes again; null: a person wrote it down.
  fingerprint text,
  evaluation_id uuid references evaluations (id),
  description text not null,
  evidence jsonb not null,
  failed integer,
  tried integer,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  revision integer not null
);
create unique index findings_fingerprint on findings (project_id, source_kind, fingerprint) where fingerprint is not null;
create index findings_severity on findings (project_id, severity_rank, id desc);

create table failure_categories (
  id uuid primary key,
  project_id uuid not null references projects (id),
  name text not null,
  description text not null,
  created_at timestamptz not null,
  created_by text not null references people (id)
);
create unique index failure_categories_name on failure_categories (project_id, lower(name));

create table failure_notes (
  id uuid primary key,
  project_id uuid not null references projects (id),
  evaluation_id uuid not null references evaluations (id),
  case_id text not null,
  text text not null,
  category_id uuid references failure_categories (id),
  by_id text not null references people (id),
  at timestamptz not null
);
create index failure_notes_project on failure_notes (project_id, id);
create index failure_notes_evaluation on failure_notes (evaluation_id, case_id);
create index failure_notes_category on failure_notes (category_id, evaluation_id) where category_id is not null;
