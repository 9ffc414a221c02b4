-- What followed when two records became one, so that it goes back when they are two again.
create table saved_search_merged (
  merge_id binary(16) not null,
  search_id binary(16) not null,
  primary key (merge_id, search_id)
);

create table verification_merged (
  merge_id binary(16) not null,
  row_kind varchar(20) not null,
  row_id binary(16) not null,
  primary key (merge_id, row_kind, row_id)
);

create index verification_attempt_organization on verification_attempt (organization_id);
create index verification_withheld_organization on verification_withheld (organization_id);
create index saved_search_match_service on saved_search_match (service_id);

-- Corrections that came through a one-time link: what is verified once they are approved.
create table verification_correction (
  proposal_id binary(16) not null primary key,
  record_kind varchar(20) not null,
  record_id binary(16) not null,
  organization varchar(255) not null,
  items varchar(500) not null,
  sent_at datetime(6) not null
);

create index verification_correction_sent on verification_correction (sent_at);
