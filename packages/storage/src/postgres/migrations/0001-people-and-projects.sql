create table people (
  id text primary key,
  name text not null,
  email text,
  kind text not null check (kind in ('person', 'service')),
  role text check (role in ('owner', 'maintainer', 'reviewer', 'viewer')),
  created_at timestamptz not null,
  last_seen_at timestamptz,
  disabled boolean not null default false,
  two_factor boolean not null default false
);
create unique index people_email on people (lower(email)) where email is not null;

create table projects (
  id uuid primary key,
  name text not null,
  description text not null,
  owner_id text not null references people (id),
  risk_class text not null,
  budget_usd double precision,
  concurrency integer not null,
  retention_days integer,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  archived_at timestamptz,
  revision integer not null
);
create unique index projects_name on projects (lower(name));

create table memberships (
  project_id uuid not null references projects (id),
  person_id text not null references people (id),
  role text not null check (role in ('owner', 'maintainer', 'reviewer', 'viewer')),
  primary key (project_id, person_id)
);
create index memberships_person on memberships (person_id);

create table secrets (
  project_id uuid not null references projects (id),
  name text not null,
  sealed text not null,
  set_by text not null references people (id),
  set_at timestamptz not null,
  primary key (project_id, name)
);

create table invitations (
  id uuid primary key,
  token_hash text not null unique,
  email text not null,
  role text,
  project_id uuid references projects (id),
  project_role text,
  invited_by text not null references people (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz
);
create index invitations_email on invitations (lower(email));

create table api_keys (
  id uuid primary key,
  name text not null,
  prefix text not null,
  secret_hash text not null unique,
  owner_id text not null references people (id),
  project_id uuid references projects (id),
  rights text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_keys_owner on api_keys (owner_id);

create table audit_entries (
  sequence integer primary key,
  at timestamptz not null,
  by_id text,
  by_name text,
  action text not null,
  project_id uuid,
  subject jsonb not null,
  changes jsonb not null,
  address text,
  key jsonb,
  hash text not null
);
create index audit_entries_project on audit_entries (project_id, sequence);
create index audit_entries_subject on audit_entries ((subject ->> 'id'), sequence);
create index audit_entries_by on audit_entries (by_id, sequence);

create function refuse_audit_change() returns trigger language plpgsql as $$ begin raise exception 'the audit log is append-only'; end $$;
create trigger audit_entries_append_only before update or delete on audit_entries for each row execute function refuse_audit_change();
create trigger audit_entries_no_truncate before truncate on audit_entries for each statement execute function refuse_audit_change();

create table idempotency_keys (
  key text not null,
  caller_id text not null,
  request_hash text not null,
  answer text,
  created_at timestamptz not null,
  primary key (caller_id, key)
);
create index idempotency_keys_created on idempotency_keys (created_at);

create table hub_settings (
  name text primary key,
  value jsonb not null
);
