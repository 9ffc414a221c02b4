-- Needs of a cycle that a coordinator gave to people. It asks, and forbids nobody else to answer.
create table assessment_assignment (
  id binary(16) not null primary key,
  assessment_id binary(16) not null,
  need_code varchar(5) not null,
  person_id binary(16) not null,
  person varchar(200) not null,
  due_on date,
  assigned_by_id binary(16) not null,
  assigned_by varchar(200) not null,
  assigned_at datetime(6) not null,
  constraint assessment_assignment_once unique (assessment_id, need_code, person_id),
  constraint assessment_assignment_assessment
    foreign key (assessment_id) references assessment (id)
);

create index assessment_assignment_person on assessment_assignment (person_id, assessment_id);

-- A provider was asked by e-mail to speak for itself. answered_count tells a form that was opened
-- before somebody else answered; last_form is the form sent last, so that a second press of the
-- button is the same answer. no_longer and also_needs hold codes of needs, parted by commas.
create table assessment_invitation (
  id binary(16) not null primary key,
  assessment_id binary(16) not null,
  provider_id binary(16) not null,
  provider varchar(255) not null,
  email varchar(254) not null,
  locale varchar(8) not null,
  reader_locale varchar(8) not null,
  invited_by_id binary(16) not null,
  invited_by varchar(200) not null,
  invited_at datetime(6) not null,
  sent_count int not null,
  last_sent_at datetime(6) not null,
  expires_at datetime(6) not null,
  opened_at datetime(6),
  answered_at datetime(6),
  answered_count int not null,
  last_form varchar(40),
  no_longer varchar(200) not null,
  also_needs varchar(200) not null,
  note varchar(1000),
  remark varchar(4000),
  withdrawn_at datetime(6),
  withdrawn_by varchar(200),
  constraint assessment_invitation_assessment
    foreign key (assessment_id) references assessment (id)
);

create index assessment_invitation_of on assessment_invitation (assessment_id, last_sent_at);
create index assessment_invitation_provider on assessment_invitation (provider_id);

-- Only hashes of the links are kept.
create table assessment_invitation_link (
  token_hash varchar(64) not null primary key,
  invitation_id binary(16) not null,
  expires_at datetime(6) not null,
  constraint assessment_invitation_link_of
    foreign key (invitation_id) references assessment_invitation (id)
);

-- Invitations that followed their provider into another in a merge of organizations.
create table assessment_invitation_merged (
  merge_id binary(16) not null,
  row_id binary(16) not null,
  primary key (merge_id, row_id)
);
