create table documents (
  id uuid primary key,
  project_id uuid not null references projects (id),
  kind text not null,
  name text not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null references people (id),
  changed_at timestamptz not null,
  changed_by text not null references people (id),
  archived_at timestamptz,
  revision integer not null
);
create unique index documents_name on documents (project_id, kind, lower(name)) where archived_at is null;
create index documents_project on documents (project_id, id);

create table document_versions (
  document_id uuid not null references documents (id),
  version integer not null,
  body jsonb not null,
  note text not null,
  created_at timestamptz not null,
  created_by text not null references people (id),
  restores integer,
  primary key (document_id, version)
);
create index document_versions_body on document_versions using gin (body jsonb_path_ops);
