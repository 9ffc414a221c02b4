package org.coalitionatlas.bench;

import com.opencsv.CSVWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.directory.AddressVisibility;
import org.coalitionatlas.directory.CodeSet;
import org.coalitionatlas.directory.OpeningHours;
import org.coalitionatlas.directory.PhoneLine;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.exchange.ColumnRule;
import org.coalitionatlas.exchange.ImportField;
import org.coalitionatlas.exchange.ImportMapping;
import org.coalitionatlas.exchange.RecordKind;

/**
 * Writes a generated directory as the three files that the import takes. Each column is named after
 * its field; what files cannot say (contacts, trainings, capacity) is left out.
 */
final class DirectoryCsv {

    private static final List<ImportField> ORGANIZATION =
            List.of(
                    ImportField.ID,
                    ImportField.NAME,
                    ImportField.ALTERNATE_NAME,
                    ImportField.KIND,
                    ImportField.DESCRIPTION,
                    ImportField.URL,
                    ImportField.EMAIL,
                    ImportField.STATUS,
                    ImportField.PHONE);
    private static final List<ImportField> LOCATION =
            List.of(
                    ImportField.ID,
                    ImportField.ORGANIZATION_ID,
                    ImportField.NAME,
                    ImportField.LINE1,
                    ImportField.LINE2,
                    ImportField.CITY,
                    ImportField.STATE,
                    ImportField.ZIP,
                    ImportField.COUNTY,
                    ImportField.LATITUDE,
                    ImportField.LONGITUDE,
                    ImportField.ACCESSIBILITY,
                    ImportField.PHONE);
    private static final List<ImportField> SERVICE =
            List.of(
                    ImportField.ID,
                    ImportField.ORGANIZATION_ID,
                    ImportField.LOCATION_ID,
                    ImportField.NAME,
                    ImportField.DESCRIPTION,
                    ImportField.URL,
                    ImportField.NEEDS,
                    ImportField.AREA_COUNTIES,
                    ImportField.AREA_STATES,
                    ImportField.NATIONWIDE,
                    ImportField.REMOTE,
                    ImportField.LANGUAGES,
                    ImportField.INTERPRETATION,
                    ImportField.ACCEPTS,
                    ImportField.REJECTS,
                    ImportField.POPULATIONS,
                    ImportField.MIN_AGE,
                    ImportField.ELIGIBILITY_NOTE,
                    ImportField.HOURS,
                    ImportField.HOURS_NOTE,
                    ImportField.FEES,
                    ImportField.APPLICATION,
                    ImportField.PHONE);

    /** The rows of each file. */
    record Written(long organizations, long locations, long services) {

        long rows() {
            return organizations + locations + services;
        }
    }

    private DirectoryCsv() {}

    static Path file(Path folder, RecordKind kind) {
        return folder.resolve(kind.name().toLowerCase(Locale.ROOT) + "s.csv");
    }

    static ImportMapping mapping(RecordKind kind) {
        return new ImportMapping(
                "bench " + kind,
                "bench",
                kind,
                "",
                java.util.Map.of(),
                fields(kind).stream().map(f -> ColumnRule.plain(f.name(), f)).toList());
    }

    private static List<ImportField> fields(RecordKind kind) {
        return switch (kind) {
            case ORGANIZATION -> ORGANIZATION;
            case LOCATION -> LOCATION;
            case SERVICE -> SERVICE;
        };
    }

    /** Writes as it reads; nothing is kept. */
    static Written write(Path folder, Iterator<GeneratedOrganization> all) throws IOException {
        Files.createDirectories(folder);
        long organizations = 0;
        long locations = 0;
        long services = 0;
        try (var o = open(folder, RecordKind.ORGANIZATION);
                var l = open(folder, RecordKind.LOCATION);
                var s = open(folder, RecordKind.SERVICE)) {
            while (all.hasNext()) {
                GeneratedOrganization organization = all.next();
                o.writeNext(row(organization), false);
                organizations++;
                for (var place : organization.places()) {
                    l.writeNext(row(organization.id(), place), false);
                    locations++;
                }
                for (var offer : organization.services()) {
                    s.writeNext(row(organization.id(), offer), false);
                    services++;
                }
            }
        }
        return new Written(organizations, locations, services);
    }

    private static CSVWriter open(Path folder, RecordKind kind) throws IOException {
        var writer = new CSVWriter(Files.newBufferedWriter(file(folder, kind)));
        writer.writeNext(fields(kind).stream().map(Enum::name).toArray(String[]::new), false);
        return writer;
    }

    private static String[] row(GeneratedOrganization o) {
        var d = o.draft();
        return cells(
                o.id(),
                d.name(),
                d.alternateName(),
                d.kind(),
                d.description(),
                d.url() == null ? null : d.url().address(),
                d.email() == null ? null : d.email().address(),
                d.status(),
                phones(d.phones()));
    }

    private static String[] row(UUID organization, GeneratedOrganization.Place place) {
        var d = place.draft();
        boolean open = d.addressVisibility() == AddressVisibility.FULL;
        return cells(
                place.id(),
                organization,
                d.name(),
                open ? d.address().line1() : null,
                open ? d.address().line2() : null,
                d.address().city(),
                d.address().state(),
                d.address().zip(),
                d.countyFips(),
                d.point() == null ? null : d.point().latitude(),
                d.point() == null ? null : d.point().longitude(),
                d.accessibility(),
                phones(d.phones()));
    }

    private static String[] row(UUID organization, GeneratedOrganization.Offer offer) {
        var d = offer.draft();
        String hours = hours(d.hours());
        return cells(
                offer.id(),
                organization,
                d.locationIds().stream().map(UUID::toString).collect(Collectors.joining("; ")),
                d.name(),
                d.description(),
                d.url() == null ? null : d.url().address(),
                codes(d.needs()),
                d.areas().stream()
                        .flatMap(area -> area.countyFips().stream())
                        .collect(Collectors.joining("; ")),
                d.areas().stream()
                        .flatMap(area -> area.stateUsps().stream())
                        .collect(Collectors.joining("; ")),
                d.areas().contains(ServiceArea.NATIONWIDE) ? "yes" : null,
                d.remote() ? "yes" : "no",
                codes(d.languages()),
                d.interpretation(),
                codes(d.eligibility().accepts()),
                codes(d.eligibility().rejects()),
                codes(d.eligibility().populations()),
                d.eligibility().minAge(),
                d.eligibility().note(),
                hours,
                hours == null && d.hours().isStated() ? "Open over night" : d.hours().note(),
                d.fees(),
                d.applicationProcess(),
                phones(d.phones()));
    }

    // As offices write them; a night over midnight is a remark in such files.
    private static String hours(OpeningHours hours) {
        if (!hours.isStated()) {
            return null;
        }
        if (hours.hours().isAlways()) {
            return "24/7";
        }
        var text = new StringBuilder();
        for (WeeklyHours.Span span : hours.hours().spans()) {
            if (!span.closes().isAfter(span.opens())) {
                return null;
            }
            String day = span.day().getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH);
            text.append(text.indexOf(day) < 0 ? " " + day + ": " : ", ")
                    .append(span.opens())
                    .append('-')
                    .append(span.closes());
        }
        return text.toString().strip();
    }

    private static String codes(CodeSet codes) {
        return String.join("; ", codes.codes());
    }

    private static String phones(List<PhoneLine> lines) {
        return lines.stream()
                .map(line -> line.number().substring(2))
                .map(n -> n.substring(0, 3) + "-" + n.substring(3, 6) + "-" + n.substring(6))
                .collect(Collectors.joining("; "));
    }

    private static String[] cells(Object... values) {
        var cells = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            cells[i] = values[i] == null ? "" : values[i].toString();
        }
        return cells;
    }
}
