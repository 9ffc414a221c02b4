-- Records that look alike. The lesser id comes first, so a pair stands once.
create table duplicate_pair (
  id binary(16) not null primary key,
  record_kind varchar(20) not null,
  one_id binary(16) not null,
  other_id binary(16) not null,
  one_label varchar(255) not null,
  other_label varchar(255) not null,
  one_organization_id binary(16) not null,
  other_organization_id binary(16) not null,
  score int not null,
  name_share int not null,
  signs varchar(100) not null,
  pair_state varchar(20) not null,
  found_at datetime(6) not null,
  decided_by varchar(200),
  decided_at datetime(6),
  constraint duplicate_pair_records unique (one_id, other_id)
);

create index duplicate_pair_state on duplicate_pair (pair_state, score);
create index duplicate_pair_other on duplicate_pair (other_id);

-- The search for pairs: one row, so that a stop of the product interrupts it and no more.
create table duplicate_scan (
  id int not null primary key,
  scan_state varchar(20) not null,
  changed_since datetime(6),
  started_at datetime(6) not null,
  finished_at datetime(6),
  record_kind varchar(20) not null,
  last_id binary(16),
  records_total bigint not null,
  records_done bigint not null,
  cancel_asked boolean not null
);

-- Two records made one, with all that is needed to make them two again.
create table record_merge (
  id binary(16) not null primary key,
  record_kind varchar(20) not null,
  from_id binary(16) not null,
  into_id binary(16) not null,
  from_label varchar(255) not null,
  into_label varchar(255) not null,
  from_publication varchar(20) not null,
  from_version bigint not null,
  into_version bigint not null,
  draft_before longtext not null,
  merged_by varchar(200) not null,
  merged_at datetime(6) not null,
  separated_by varchar(200),
  separated_at datetime(6)
);

create index record_merge_into on record_merge (into_id);
create index record_merge_from on record_merge (from_id);
create index record_merge_at on record_merge (merged_at);

create table record_merge_moved (
  merge_id binary(16) not null,
  moved_kind varchar(20) not null,
  moved_id binary(16) not null,
  primary key (merge_id, moved_id),
  constraint record_merge_moved_merge foreign key (merge_id) references record_merge (id)
);

-- Where a record went. Read by pages, sheets and feeds that still know the old id.
create table record_redirect (
  from_id binary(16) not null primary key,
  into_id binary(16) not null,
  merge_id binary(16) not null,
  constraint record_redirect_merge foreign key (merge_id) references record_merge (id)
);

create index record_redirect_into on record_redirect (into_id);

-- Under which key of a source a record of another source is known as well.
create table record_alias (
  source varchar(60) not null,
  source_id varchar(120) not null,
  record_id binary(16) not null,
  primary key (source, source_id)
);

-- What each room changed when two organizations became one.
create table partnership_merged (
  merge_id binary(16) not null,
  row_id binary(16) not null,
  side varchar(40) not null,
  primary key (merge_id, row_id, side)
);

create table assessment_answer_merged (
  merge_id binary(16) not null,
  row_id binary(16) not null,
  moved boolean not null,
  has_contact varchar(10),
  partners varchar(10),
  trained varchar(10),
  primary key (merge_id, row_id)
);

create table person_merged (
  merge_id binary(16) not null,
  row_id binary(16) not null,
  primary key (merge_id, row_id)
);

alter table import_job add column lookalikes varchar(20) default 'ADD' not null;
