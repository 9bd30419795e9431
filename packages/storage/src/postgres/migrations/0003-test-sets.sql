create table test_sets (
  id uuid primary key,
  project_id uuid not null references projects (id),
  name text not null,
  description text not null,
  tags text[] not null,
  version integer not null,
  next_position integer not null,
  active_cases integer not null,
  draft_cases integer not null,
  created_at timestamptz not null,
  created_by text not null references people (id),
  changed_at timestamptz not null,
  archived_at timestamptz,
  revision integer not null
);
create unique index test_sets_name on test_sets (project_id, lower(name)) where archived_at is null;
create index test_sets_project on test_sets (project_id, id);

create table test_set_versions (
  test_set_id uuid not null references test_sets (id),
  version integer not null,
  made_at timestamptz not null,
  made_by text not null references people (id),
  note text not null,
  added integer not null,
  changed integer not null,
  removed integer not null,
  active_cases integer not null,
  draft_cases integer not null,
  primary key (test_set_id, version)
);

-- What a case says, beside what cases are counted by; revisions that differ in those alone share it.
create table test_case_contents (
  id uuid primary key,
  content jsonb not null
);

-- Version n of a set holds the rows with from_version <= n and (to_version is null or to_version > n).
-- Set and person are referenced by its versions already; twice more for each of 50,000 rows would cost a fifth of the time.
create table test_case_revisions (
  test_set_id uuid not null,
  case_id text not null,
  from_version integer not null,
  to_version integer,
  position integer not null,
  type text not null,
  topic text,
  language text not null,
  tags text[] not null,
  status text not null check (status in ('draft', 'active')),
  checks integer not null,
  search_text text not null,
  content_id uuid not null references test_case_contents (id),
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (test_set_id, case_id, from_version)
);
create unique index test_case_revisions_current on test_case_revisions (test_set_id, position) where to_version is null;
create index test_case_revisions_position on test_case_revisions (test_set_id, position);
create index test_case_revisions_opened on test_case_revisions (test_set_id, from_version);
create index test_case_revisions_closed on test_case_revisions (test_set_id, to_version) where to_version is not null;
