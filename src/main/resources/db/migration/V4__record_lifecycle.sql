-- What was changed in a record of the directory, by whom and when. Never updated. The drafts are
-- JSON: a record as it stood before and after, without what other tables know about it.
create table record_change (
  id binary(16) not null primary key,
  record_kind varchar(20) not null,
  record_id binary(16) not null,
  organization_id binary(16) not null,
  record_action varchar(20) not null,
  record_label varchar(255) not null,
  changed_by_id binary(16),
  changed_by varchar(200) not null,
  changed_at datetime(6) not null,
  note varchar(1000),
  draft_before longtext,
  draft_after longtext
);

create index record_change_record on record_change (record_id, changed_at);
create index record_change_organization on record_change (organization_id, changed_at);

-- What somebody wants changed and a coordinator has to decide.
create table proposal (
  id binary(16) not null primary key,
  version bigint not null,
  proposal_kind varchar(20) not null,
  proposal_state varchar(20) not null,
  record_kind varchar(20) not null,
  record_id binary(16),
  organization_id binary(16),
  county_fips varchar(5),
  record_label varchar(255) not null,
  draft_base longtext,
  draft_proposed longtext,
  message varchar(4000),
  proposed_by_id binary(16),
  proposed_by varchar(200) not null,
  proposer_email varchar(254),
  proposer_locale varchar(5) not null,
  proposed_at datetime(6) not null,
  decided_by varchar(200),
  decided_at datetime(6),
  answer varchar(2000)
);

create index proposal_open on proposal (proposal_state, proposed_at);
create index proposal_record on proposal (record_id, proposal_state);
create index proposal_organization on proposal (organization_id, proposal_state);
