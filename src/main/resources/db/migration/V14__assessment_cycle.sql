-- Cycles of a county's assessment. open_county repeats the county while the cycle is open, so that
-- its unique key keeps a county from having two open cycles whoever asks at the same moment.
alter table assessment add column state varchar(10) default 'OPEN' not null;
alter table assessment add column due_on date;
alter table assessment add column closed_at datetime(6);
alter table assessment add column carried_from binary(16);
alter table assessment add column open_county varchar(5);

update assessment set open_county = county_fips where id in (
  select id from (
    select a.id from assessment a where not exists (
      select 1 from assessment later
      where later.county_fips = a.county_fips
        and (later.opened_at > a.opened_at
          or (later.opened_at = a.opened_at and later.id > a.id)))) latest);

update assessment set state = 'CLOSED' where open_county is null;

alter table assessment add constraint assessment_open_county unique (open_county);

-- What was done to a cycle, by whom and why.
create table assessment_event (
  id binary(16) not null primary key,
  assessment_id binary(16) not null,
  verb varchar(20) not null,
  reason varchar(1000),
  done_by_id binary(16) not null,
  done_by varchar(200) not null,
  done_at datetime(6) not null,
  constraint assessment_event_assessment foreign key (assessment_id) references assessment (id)
);

create index assessment_event_of on assessment_event (assessment_id, done_at);

-- What each person, or each invited provider about itself, says. speaker_id is the person's id, or
-- the organization's where said_by is PROVIDER; all zeros for a name from before there were
-- statements. provider_id is all zeros where the need as a whole is spoken of. assessment_answer
-- is what follows from the statements of a row by the rules of the merge, so that gaps read one row.
create table assessment_statement (
  id binary(16) not null primary key,
  version bigint not null,
  assessment_id binary(16) not null,
  need_code varchar(5) not null,
  provider_id binary(16) not null,
  said_by varchar(10) not null,
  speaker_id binary(16) not null,
  speaker varchar(200) not null,
  organization_id binary(16),
  has_contact varchar(10),
  contact_at datetime(6),
  partners varchar(10),
  partners_at datetime(6),
  trained varchar(10),
  trained_at datetime(6),
  finding varchar(20),
  reason varchar(500),
  finding_at datetime(6),
  said_at datetime(6) not null,
  constraint assessment_statement_cell
    unique (assessment_id, need_code, provider_id, said_by, speaker_id),
  constraint assessment_statement_assessment
    foreign key (assessment_id) references assessment (id)
);

create index assessment_statement_provider on assessment_statement (provider_id);

insert into assessment_statement (id, version, assessment_id, need_code, provider_id, said_by,
  speaker_id, speaker, organization_id, has_contact, contact_at, partners, partners_at, trained,
  trained_at, finding, reason, finding_at, said_at)
select a.id, 0, a.assessment_id, a.need_code, a.provider_id, 'PERSON',
  coalesce(p.id, x'00000000000000000000000000000000'), a.answered_by, p.organization_id,
  a.has_contact, case when a.has_contact is null then null else a.answered_at end,
  a.partners, case when a.partners is null then null else a.answered_at end,
  a.trained, case when a.trained is null then null else a.answered_at end,
  a.finding, a.reason, case when a.finding is null then null else a.answered_at end,
  a.answered_at
from assessment_answer a
left join (
  select name, min(id) as id, min(organization_id) as organization_id
  from person group by name having count(*) = 1) p on p.name = a.answered_by;

alter table assessment_answer add column trained_at datetime(6);
alter table assessment_answer add column resolved varchar(40);

update assessment_answer set trained_at = answered_at where trained is not null;

-- What a coordinator decided where people disagree. question is CONTACT, PARTNER, TRAINED, or
-- FINDING for the need as a whole.
create table assessment_resolution (
  id binary(16) not null primary key,
  version bigint not null,
  assessment_id binary(16) not null,
  need_code varchar(5) not null,
  provider_id binary(16) not null,
  question varchar(10) not null,
  answer varchar(20) not null,
  reason varchar(500) not null,
  resolved_by_id binary(16) not null,
  resolved_by varchar(200) not null,
  resolved_at datetime(6) not null,
  constraint assessment_resolution_cell unique (assessment_id, need_code, provider_id, question),
  constraint assessment_resolution_assessment
    foreign key (assessment_id) references assessment (id)
);

-- What a merge of organizations changed in statements; speaker's own words come back with it.
create table assessment_statement_merged (
  merge_id binary(16) not null,
  row_id binary(16) not null,
  moved boolean not null,
  has_contact varchar(10),
  contact_at datetime(6),
  partners varchar(10),
  partners_at datetime(6),
  trained varchar(10),
  trained_at datetime(6),
  primary key (merge_id, row_id)
);

-- Former texts of the narratives, one person's typing in one row.
create table assessment_revision (
  id binary(16) not null primary key,
  version bigint not null,
  assessment_id binary(16) not null,
  topic varchar(30) not null,
  narrative longtext not null,
  written_by_id binary(16) not null,
  written_by varchar(200) not null,
  begun_at datetime(6) not null,
  written_at datetime(6) not null,
  restored_from binary(16),
  constraint assessment_revision_assessment foreign key (assessment_id) references assessment (id)
);

create index assessment_revision_of on assessment_revision (assessment_id, topic, written_at);

insert into assessment_revision (id, version, assessment_id, topic, narrative, written_by_id,
  written_by, begun_at, written_at)
select n.id, 0, n.assessment_id, n.topic, n.narrative,
  coalesce(p.id, x'00000000000000000000000000000000'), n.written_by, n.written_at, n.written_at
from assessment_narrative n
left join (
  select name, min(id) as id from person group by name having count(*) = 1) p
  on p.name = n.written_by;

-- How each need stood on the day a cycle was closed; kept by gaps.
create table closed_need (
  assessment_id binary(16) not null,
  need_code varchar(5) not null,
  standing_level int,
  not_applicable boolean not null,
  covered boolean not null,
  redundancy int not null,
  profiles_reached int not null,
  gap_codes varchar(60) not null,
  primary key (assessment_id, need_code)
);
