-- How somebody made sure that a record is right; contacts are verified by themselves.
alter table organization add column assured_how varchar(20);
alter table service add column assured_how varchar(20);
alter table contact add column assured_on date;
alter table contact add column assured_by varchar(200);
alter table contact add column assured_how varchar(20);

-- Answers of a verification under way, one for each thing asked; gone when it is finished.
create table verification_answer (
  record_id binary(16) not null,
  item varchar(60) not null,
  record_kind varchar(20) not null,
  answer varchar(20) not null,
  answered_by varchar(200) not null,
  answered_at datetime(6) not null,
  primary key (record_id, item)
);

-- Every try to make sure of a record, and how it ended.
create table verification_attempt (
  id binary(16) not null primary key,
  record_id binary(16) not null,
  record_kind varchar(20) not null,
  organization_id binary(16) not null,
  made_at datetime(6) not null,
  made_by varchar(200) not null,
  method varchar(20),
  outcome varchar(20) not null,
  note varchar(300)
);

create index verification_attempt_record on verification_attempt (record_id, made_at);

-- An organization was asked by e-mail. Only hashes of the links are kept.
create table verification_request (
  id binary(16) not null primary key,
  organization_id binary(16) not null,
  email varchar(254) not null,
  locale varchar(8) not null,
  asked_by varchar(200) not null,
  asked_at datetime(6) not null,
  sent_count int not null,
  last_sent_at datetime(6) not null,
  closed_at datetime(6),
  outcome varchar(20)
);

create index verification_request_open on verification_request (closed_at, last_sent_at);
create index verification_request_organization on verification_request (organization_id, asked_at);

create table verification_link (
  token_hash varchar(64) not null primary key,
  request_id binary(16) not null,
  expires_at datetime(6) not null,
  constraint verification_link_request foreign key (request_id) references verification_request (id)
);

-- Taken out of sight because nobody made sure: once for each verification that lapsed, so that a
-- coordinator's decision to show it again stands.
create table verification_withheld (
  record_id binary(16) not null,
  lapsed varchar(10) not null,
  record_kind varchar(20) not null,
  organization_id binary(16) not null,
  withheld_at datetime(6) not null,
  shown_again_at datetime(6),
  primary key (record_id, lapsed)
);

create index verification_withheld_open on verification_withheld (shown_again_at, withheld_at);
