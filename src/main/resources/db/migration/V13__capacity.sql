-- An organization's answers to one version of an instrument in a cycle.
create table capacity_response (
  id binary(16) not null primary key,
  organization_id binary(16) not null,
  instrument_code varchar(60) not null,
  instrument_version int not null,
  moved_from_version int,
  cycle_name varchar(40) not null,
  response_state varchar(20) not null,
  result_shared boolean not null,
  narratives_shared boolean not null,
  opened_at datetime(6) not null,
  opened_by varchar(200) not null,
  submitted_at datetime(6),
  submitted_by varchar(200),
  reviewed_at datetime(6),
  reviewed_by varchar(200),
  closed_at datetime(6),
  closed_by varchar(200),
  saved_at datetime(6),
  saved_by varchar(200),
  -- Counts every change; whoever has the response open asks what came after the last one seen.
  change_number bigint not null,
  constraint capacity_response_once unique (organization_id, instrument_code, cycle_name)
);

create index capacity_response_cycle on capacity_response (cycle_name, response_state);

create table capacity_answer (
  id binary(16) not null primary key,
  response_id binary(16) not null,
  item varchar(60) not null,
  part varchar(60) not null,
  choice varchar(20),
  answer_text longtext,
  note longtext,
  put_off boolean not null,
  -- The wording of the question that was answered.
  wording int not null,
  answered_at datetime(6) not null,
  answered_by varchar(200) not null,
  answered_by_id binary(16) not null,
  -- Since when this person has been at it; see Run in the code.
  run_began_at datetime(6) not null,
  change_number bigint not null,
  version bigint not null,
  constraint capacity_answer_place unique (response_id, item, part),
  constraint capacity_answer_response foreign key (response_id) references capacity_response (id)
);

create index capacity_answer_changed on capacity_answer (response_id, change_number);

-- What stood at a place before.
create table capacity_answer_former (
  id binary(16) not null primary key,
  response_id binary(16) not null,
  item varchar(60) not null,
  part varchar(60) not null,
  choice varchar(20),
  answer_text longtext,
  note longtext,
  put_off boolean not null,
  answered_at datetime(6) not null,
  answered_by varchar(200) not null,
  replaced_at datetime(6) not null,
  replaced_by varchar(200) not null,
  constraint capacity_former_response foreign key (response_id) references capacity_response (id)
);

create index capacity_former_place on capacity_answer_former (response_id, item, part, replaced_at);

-- Links and small files that show what an answer says. Files lie outside the database, by id.
create table capacity_evidence (
  id binary(16) not null primary key,
  response_id binary(16) not null,
  item varchar(60) not null,
  evidence_kind varchar(10) not null,
  title varchar(200) not null,
  url varchar(500),
  media_type varchar(100),
  file_size bigint,
  added_at datetime(6) not null,
  added_by varchar(200) not null,
  removed_at datetime(6),
  removed_by varchar(200),
  constraint capacity_evidence_response foreign key (response_id) references capacity_response (id)
);

-- What the reviewing coordinator says of an item, or of the whole (no item). The organization sees
-- it once the response was returned or accepted.
create table capacity_comment (
  id binary(16) not null primary key,
  response_id binary(16) not null,
  item varchar(60) not null,
  comment_text longtext not null,
  made_at datetime(6) not null,
  made_by varchar(200) not null,
  told_at datetime(6),
  constraint capacity_comment_response foreign key (response_id) references capacity_response (id)
);

-- The way of a response through its states.
create table capacity_event (
  id binary(16) not null primary key,
  response_id binary(16) not null,
  verb varchar(20) not null,
  happened_at datetime(6) not null,
  happened_by varchar(200) not null,
  reason longtext,
  constraint capacity_event_response foreign key (response_id) references capacity_response (id)
);

-- What changed here when two organizations became one.
create table capacity_response_merged (
  merge_id binary(16) not null,
  row_id binary(16) not null,
  primary key (merge_id, row_id)
);
