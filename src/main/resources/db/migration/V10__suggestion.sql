-- Who said that showing a record is unsafe, by reason: a complaint a coordinator has looked at
-- lately does not hide the record a second time, and only so many records are hidden in an hour.
create table unsafe_report (
  id binary(16) not null primary key,
  record_id binary(16) not null,
  reason varchar(20) not null,
  proposal_id binary(16) not null,
  withheld boolean not null,
  reported_at datetime(6) not null
);

create index unsafe_report_record on unsafe_report (record_id, reason);
create index unsafe_report_time on unsafe_report (reported_at);

-- The key that signs the forms of the published pages.
create table form_secret (
  id int not null primary key,
  secret varchar(64) not null
);
