-- CSV import: saved mappings, jobs, and what is to be said about their rows.

create table import_mapping (
  id binary(16) not null primary key,
  name varchar(120) not null,
  source varchar(60) not null,
  kind varchar(20) not null,
  definition longtext not null,
  saved_by varchar(200) not null,
  saved_at datetime(6) not null,
  constraint import_mapping_name unique (name)
);

create table import_job (
  id binary(16) not null primary key,
  file_name varchar(255) not null,
  stored_as varchar(80) not null,
  encoding varchar(40) not null,
  kind varchar(20) not null,
  source varchar(60) not null,
  definition longtext not null,
  dry_run boolean not null,
  publish boolean not null,
  add_missing boolean not null,
  state varchar(20) not null,
  cancel_asked boolean not null,
  rows_total bigint,
  rows_done bigint not null,
  rows_created bigint not null,
  rows_updated bigint not null,
  rows_unchanged bigint not null,
  rows_rejected bigint not null,
  problems bigint not null,
  failure varchar(500),
  started_by varchar(200) not null,
  started_by_email varchar(254) not null,
  created_at datetime(6) not null,
  finished_at datetime(6)
);

create index import_job_created on import_job (created_at);

create table import_problem (
  job_id binary(16) not null,
  problem_no bigint not null,
  line_no bigint not null,
  rejected boolean not null,
  field varchar(40),
  cell varchar(200),
  message_key varchar(80) not null,
  arguments varchar(2000) not null,
  primary key (job_id, problem_no),
  constraint import_problem_job foreign key (job_id) references import_job (id)
);

-- What a file of locations said about where the services given there serve. Locations have no
-- area of their own (HSDS 3.1); the file of services that follows takes them from here.
create table import_location_area (
  source varchar(60) not null,
  location_id varchar(120) not null,
  area_codes longtext not null,
  primary key (source, location_id)
);
