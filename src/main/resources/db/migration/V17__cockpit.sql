-- A round: organizations asked to answer a questionnaire for a cycle by a day.
create table checklist_round (
  id binary(16) not null primary key,
  version bigint not null,
  instrument_code varchar(60) not null,
  cycle_name varchar(40) not null,
  due_on date not null,
  round_state varchar(10) not null,
  opened_at datetime(6) not null,
  opened_by varchar(200) not null,
  closed_at datetime(6),
  closed_by varchar(200)
);

-- Who is asked. The questionnaire and the cycle are repeated here so that their key keeps an
-- organization from being asked for the same by two rounds, whoever opens them at one moment.
create table checklist_asked (
  id binary(16) not null primary key,
  round_id binary(16) not null,
  organization_id binary(16) not null,
  instrument_code varchar(60) not null,
  cycle_name varchar(40) not null,
  reminded_at datetime(6),
  constraint checklist_asked_once unique (organization_id, instrument_code, cycle_name),
  constraint checklist_asked_round foreign key (round_id) references checklist_round (id)
);

create index checklist_asked_of on checklist_asked (round_id);

-- What changed here when two organizations became one.
create table checklist_asked_merged (
  merge_id binary(16) not null,
  row_id binary(16) not null,
  primary key (merge_id, row_id)
);

-- When a person was last reminded. Whoever reminds them takes this row first; that is what keeps
-- two coordinators from writing to the same person within a week.
create table reminder_turn (
  person_id binary(16) not null primary key,
  taken_at datetime(6) not null
);

-- Letters that went out, and what each of them named.
create table reminder_letter (
  id binary(16) not null primary key,
  person_id binary(16) not null,
  person_name varchar(200) not null,
  locale varchar(8) not null,
  chosen varchar(20) not null,
  sent_at datetime(6) not null,
  sent_by varchar(200) not null
);

create index reminder_letter_sent on reminder_letter (sent_at);

create table reminder_item (
  letter_id binary(16) not null,
  item_order int not null,
  organization_id binary(16),
  county_fips varchar(5),
  instrument_code varchar(60),
  cycle_name varchar(40) not null,
  primary key (letter_id, item_order),
  constraint reminder_item_letter foreign key (letter_id) references reminder_letter (id)
);
