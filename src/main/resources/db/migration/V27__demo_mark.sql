-- One row while the data is the demo coalition's: LOADING until all of it is there, then LOADED. Data
-- without the row is somebody's own, and never gets the demo's accounts.
create table demo_mark (
    id smallint not null primary key,
    state varchar(10) not null
);

-- Demos from before the mark; their administrator came after the records.
insert into demo_mark (id, state)
select 1, 'LOADED' from person where email = 'admin@demo.example.org';
