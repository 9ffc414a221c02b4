-- A place somebody reported as unsafe to show: out of sight until a coordinator has decided, with
-- what was written of it left as it is.
alter table location add column withheld_at datetime(6);

-- What a report took out of sight besides the record it is about: places, and records whose texts
-- name them. Let go, or kept for good, with the decision.
create table unsafe_hold (
  proposal_id binary(16) not null,
  record_kind varchar(20) not null,
  record_id binary(16) not null,
  primary key (proposal_id, record_id)
);

create index unsafe_hold_record on unsafe_hold (record_id);
create index unsafe_report_proposal on unsafe_report (proposal_id);
