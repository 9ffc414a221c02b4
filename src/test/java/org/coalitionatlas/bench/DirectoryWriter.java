package org.coalitionatlas.bench;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.coalitionatlas.directory.Eligibility;
import org.coalitionatlas.directory.OpeningHours;
import org.coalitionatlas.directory.PhoneLine;

/** Writes a generated directory straight into the tables, past the product and its index. */
final class DirectoryWriter {

    private static final int ROWS_PER_BATCH = 500;

    /** How many rows of the main tables and how many in all were written. */
    record Written(long organizations, long locations, long contacts, long services, long rows) {}

    private final DataSource database;

    DirectoryWriter(DataSource database) {
        this.database = database;
    }

    /** Writes and commits in steps; what is read from the iterator is not kept. */
    Written write(Iterator<GeneratedOrganization> organizations) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var tables = new Tables(connection)) {
                while (organizations.hasNext()) {
                    tables.write(organizations.next());
                }
                tables.flush();
                return tables.written();
            }
        }
    }

    /** One prepared statement per table, parents first. */
    private static final class Tables implements AutoCloseable {

        private final Connection connection;
        private final List<PreparedStatement> inOrder = new ArrayList<>();
        private final PreparedStatement organization;
        private final PreparedStatement organizationPhone;
        private final PreparedStatement location;
        private final PreparedStatement locationPhone;
        private final PreparedStatement contact;
        private final PreparedStatement contactPhone;
        private final PreparedStatement training;
        private final PreparedStatement service;
        private final PreparedStatement area;
        private final PreparedStatement servicePhone;
        private final PreparedStatement atLocation;
        private final PreparedStatement serviceContact;
        private final LocalDateTime now = LocalDateTime.now();
        private long organizations;
        private long locations;
        private long contacts;
        private long services;
        private long rows;
        private int pending;

        Tables(Connection connection) throws SQLException {
            this.connection = connection;
            organization =
                    insert(
                            "organization",
                            "id, version, name, alternate_name, kind, description, url, email,"
                                    + " status, audience, publication, assured_on, assured_by,"
                                    + " updated_at, revision");
            organizationPhone = phones("organization");
            location =
                    insert(
                            "location",
                            "id, version, organization_id, name, line1, line2, city, state, zip,"
                                    + " county_fips, latitude, longitude, time_zone,"
                                    + " address_visibility, accessibility, hours_weekly,"
                                    + " hours_by_appointment, hours_note, updated_at, revision");
            locationPhone = phones("location");
            contact =
                    insert(
                            "contact",
                            "id, version, organization_id, name, title, email, visibility,"
                                    + " updated_at, revision");
            contactPhone = phones("contact");
            training =
                    insert(
                            "contact_training",
                            "contact_id, line_order, topic, taken_on, provider, valid_months,"
                                    + " valid_until, evidence");
            service =
                    insert(
                            "service",
                            "id, version, organization_id, name, alternate_name, description, url,"
                                    + " email, status, audience, publication, needs, remote, languages,"
                                    + " interpretation, accepts, rejects, populations, min_age,"
                                    + " max_age, eligibility_note, hours_weekly, hours_by_appointment,"
                                    + " hours_note, capacity, capacity_as_of, capacity_note, fees,"
                                    + " application_process, assured_on, assured_by, updated_at,"
                                    + " revision");
            area = insert("service_area", "service_id, area_code");
            servicePhone = phones("service");
            atLocation = insert("service_at_location", "service_id, location_id");
            serviceContact = insert("service_contact", "service_id, contact_id");
        }

        void write(GeneratedOrganization o) throws SQLException {
            var d = o.draft();
            add(
                    organization,
                    o.id(),
                    0L,
                    d.name(),
                    d.alternateName(),
                    d.kind(),
                    d.description(),
                    d.url() == null ? null : d.url().address(),
                    d.email() == null ? null : d.email().address(),
                    d.status(),
                    d.audience(),
                    o.publication(),
                    o.assuredOn(),
                    by(o.assuredOn()),
                    now,
                    1L);
            organizations++;
            phones(organizationPhone, o.id(), d.phones());
            for (var place : o.places()) {
                write(o.id(), place);
            }
            for (var person : o.people()) {
                write(o.id(), person);
            }
            for (var offer : o.services()) {
                write(o.id(), offer);
            }
            if (pending >= ROWS_PER_BATCH) {
                flush();
            }
        }

        private void write(UUID organizationId, GeneratedOrganization.Place place)
                throws SQLException {
            var d = place.draft();
            OpeningHours hours = d.hours();
            add(
                    location,
                    place.id(),
                    0L,
                    organizationId,
                    d.name(),
                    d.address().line1(),
                    d.address().line2(),
                    d.address().city(),
                    d.address().state(),
                    d.address().zip(),
                    d.countyFips(),
                    d.point() == null ? null : d.point().latitude(),
                    d.point() == null ? null : d.point().longitude(),
                    place.zone(),
                    d.addressVisibility(),
                    d.accessibility(),
                    hours.weekly(),
                    hours.byAppointment(),
                    hours.note(),
                    now,
                    1L);
            locations++;
            phones(locationPhone, place.id(), d.phones());
        }

        private void write(UUID organizationId, GeneratedOrganization.Person person)
                throws SQLException {
            var d = person.draft();
            add(
                    contact,
                    person.id(),
                    0L,
                    organizationId,
                    d.name(),
                    d.title(),
                    d.email() == null ? null : d.email().address(),
                    d.visibility(),
                    now,
                    1L);
            contacts++;
            phones(contactPhone, person.id(), d.phones());
            int line = 0;
            for (var taken : d.trainings()) {
                add(
                        training,
                        person.id(),
                        line++,
                        taken.topic(),
                        taken.takenOn(),
                        taken.provider(),
                        taken.validMonths(),
                        taken.until(),
                        taken.evidence());
            }
        }

        private void write(UUID organizationId, GeneratedOrganization.Offer offer)
                throws SQLException {
            var d = offer.draft();
            Eligibility whom = d.eligibility();
            add(
                    service,
                    offer.id(),
                    0L,
                    organizationId,
                    d.name(),
                    d.alternateName(),
                    d.description(),
                    d.url() == null ? null : d.url().address(),
                    d.email() == null ? null : d.email().address(),
                    d.status(),
                    d.audience(),
                    offer.publication(),
                    String.join(" ", d.needs().codes()),
                    d.remote(),
                    String.join(" ", d.languages().codes()),
                    d.interpretation(),
                    String.join(" ", whom.accepts().codes()),
                    String.join(" ", whom.rejects().codes()),
                    String.join(" ", whom.populations().codes()),
                    whom.minAge(),
                    whom.maxAge(),
                    whom.note(),
                    d.hours().weekly(),
                    d.hours().byAppointment(),
                    d.hours().note(),
                    d.capacity().value(),
                    d.capacity().asOf(),
                    d.capacity().note(),
                    d.fees(),
                    d.applicationProcess(),
                    offer.assuredOn(),
                    by(offer.assuredOn()),
                    now,
                    1L);
            services++;
            for (var served : d.areas()) {
                add(area, offer.id(), served.code());
            }
            phones(servicePhone, offer.id(), d.phones());
            for (UUID id : d.locationIds()) {
                add(atLocation, offer.id(), id);
            }
            for (UUID id : d.contactIds()) {
                add(serviceContact, offer.id(), id);
            }
        }

        private void phones(PreparedStatement table, UUID owner, List<PhoneLine> lines)
                throws SQLException {
            int order = 0;
            for (PhoneLine line : lines) {
                add(
                        table,
                        owner,
                        order++,
                        line.number(),
                        line.extension(),
                        line.type(),
                        line.description(),
                        line.visibility());
            }
        }

        void flush() throws SQLException {
            for (PreparedStatement table : inOrder) {
                table.executeBatch();
            }
            connection.commit();
            pending = 0;
        }

        Written written() {
            return new Written(organizations, locations, contacts, services, rows);
        }

        private void add(PreparedStatement table, Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                Object value = values[i];
                table.setObject(
                        i + 1,
                        switch (value) {
                            case UUID id -> bytes(id);
                            case Enum<?> constant -> constant.name();
                            case null, default -> value;
                        });
            }
            table.addBatch();
            pending++;
            rows++;
        }

        private PreparedStatement phones(String owner) throws SQLException {
            return insert(
                    owner + "_phone",
                    owner
                            + "_id, line_order, phone_number, extension, phone_type, description,"
                            + " visibility");
        }

        private PreparedStatement insert(String table, String columns) throws SQLException {
            String places = "?" + ", ?".repeat(columns.split(",").length - 1);
            PreparedStatement statement =
                    connection.prepareStatement(
                            "insert into " + table + " (" + columns + ") values (" + places + ")");
            inOrder.add(statement);
            return statement;
        }

        private static String by(LocalDate on) {
            return on == null ? null : "Generated";
        }

        @Override
        public void close() throws SQLException {
            for (PreparedStatement statement : inOrder) {
                statement.close();
            }
        }
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
