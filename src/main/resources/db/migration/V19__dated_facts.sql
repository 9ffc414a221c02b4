-- When a coordinator decided a question, so that gaps can tell whether a record is newer. Takes the
-- place of the list of decided questions.
alter table assessment_answer add column contact_decided_at datetime(6);
alter table assessment_answer add column partners_decided_at datetime(6);
alter table assessment_answer add column trained_decided_at datetime(6);

update assessment_answer set contact_decided_at = (
    select r.resolved_at from assessment_resolution r
    where r.assessment_id = assessment_answer.assessment_id
      and r.need_code = assessment_answer.need_code
      and r.provider_id = assessment_answer.provider_id and r.question = 'CONTACT')
  where resolved like '%CONTACT%';

update assessment_answer set partners_decided_at = (
    select r.resolved_at from assessment_resolution r
    where r.assessment_id = assessment_answer.assessment_id
      and r.need_code = assessment_answer.need_code
      and r.provider_id = assessment_answer.provider_id and r.question = 'PARTNER')
  where resolved like '%PARTNER%';

update assessment_answer set trained_decided_at = (
    select r.resolved_at from assessment_resolution r
    where r.assessment_id = assessment_answer.assessment_id
      and r.need_code = assessment_answer.need_code
      and r.provider_id = assessment_answer.provider_id and r.question = 'TRAINED')
  where resolved like '%TRAINED%';

alter table assessment_answer drop column resolved;

-- While a cycle is open, a row now keeps what people said; contacts on record are looked up when it
-- is read, as trainings and partnerships always were. Where a record had been taken into the row,
-- it goes back to what was said: NO sorts before UNKNOWN.
update assessment_answer set has_contact = (
    select min(s.has_contact) from assessment_statement s
    where s.assessment_id = assessment_answer.assessment_id
      and s.need_code = assessment_answer.need_code
      and s.provider_id = assessment_answer.provider_id)
  where has_contact = 'YES' and contact_decided_at is null
    and assessment_id in (select a.id from assessment a where a.state = 'OPEN')
    and exists (
      select 1 from assessment_statement s
      where s.assessment_id = assessment_answer.assessment_id
        and s.need_code = assessment_answer.need_code
        and s.provider_id = assessment_answer.provider_id and s.has_contact is not null)
    and not exists (
      select 1 from assessment_statement s
      where s.assessment_id = assessment_answer.assessment_id
        and s.need_code = assessment_answer.need_code
        and s.provider_id = assessment_answer.provider_id and s.has_contact = 'YES');

-- Decisions that followed their provider into another in a merge of organizations.
create table assessment_resolution_merged (
  merge_id binary(16) not null,
  row_id binary(16) not null,
  primary key (merge_id, row_id)
);
