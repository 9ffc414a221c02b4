-- A link takes answers once; a newer one takes its place. Until now links went on working.
alter table assessment_invitation_link add column used_at datetime(6);
alter table assessment_invitation_link add column revoked_at datetime(6);

update assessment_invitation_link set used_at = (select i.answered_at from assessment_invitation i
  where i.id = assessment_invitation_link.invitation_id);

update assessment_invitation_link set revoked_at = expires_at where expires_at <
  (select i.expires_at from assessment_invitation i
  where i.id = assessment_invitation_link.invitation_id);

-- Whoever writes to an address holds its row, so that two coordinators of different counties
-- cannot write to it at once. The address is in lower case.
create table invitation_address (
  address varchar(254) not null primary key
);
