-- Outgoing e-mail: messages wait here, written in the transaction that caused them.

create table mail_message (
  id binary(16) not null primary key,
  recipient varchar(254) not null,
  locale varchar(8) not null,
  purpose varchar(40) not null,
  dedupe_key varchar(200) not null,
  subject varchar(200) not null,
  body longtext,
  state varchar(12) not null,
  attempts int not null,
  next_attempt_at datetime(6) not null,
  claimed_at datetime(6),
  failure varchar(60),
  failure_detail varchar(300),
  created_at datetime(6) not null,
  done_at datetime(6),
  constraint mail_message_dedupe unique (dedupe_key)
);

create index mail_message_due on mail_message (state, next_attempt_at);
create index mail_message_listed on mail_message (state, created_at);

-- Who stopped which messages; "who" is a keyed hash of the address.
create table mail_opt_out (
  who varchar(40) not null,
  purpose varchar(40) not null,
  stopped_at datetime(6) not null,
  primary key (who, purpose)
);

-- The key that signs the links with which people stop messages.
create table mail_secret (
  id int not null primary key,
  secret varchar(64) not null
);
