-- What stood on a cycle's sheet when it was closed: which providers were listed for which need by
-- which services, and what they were called, so that the closed sheet stays as it was. service_id
-- is all zeros for a provider that somebody had spoken of and that was not listed. Cycles that were
-- closed before have no such rows and listed_kept is false: their sheets show what is listed now.
create table assessment_listed (
  id binary(16) not null primary key,
  assessment_id binary(16) not null,
  need_code varchar(5) not null,
  provider_id binary(16) not null,
  service_id binary(16) not null,
  provider varchar(255) not null,
  service varchar(255) not null,
  audience varchar(20) not null,
  published boolean not null,
  -- What dated records said of the provider that day.
  contact_recorded varchar(10),
  partners_recorded varchar(10),
  trained_recorded varchar(10),
  constraint assessment_listed_once unique (assessment_id, need_code, provider_id, service_id),
  constraint assessment_listed_of foreign key (assessment_id) references assessment (id)
);

create index assessment_listed_provider on assessment_listed (provider_id);

create table assessment_listed_merged (
  merge_id binary(16) not null,
  row_id binary(16) not null,
  primary key (merge_id, row_id)
);

alter table assessment add column listed_kept boolean not null default false;
