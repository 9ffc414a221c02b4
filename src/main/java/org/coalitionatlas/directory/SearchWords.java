package org.coalitionatlas.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.coalitionatlas.common.LocalText;
import org.coalitionatlas.directory.ServiceView.ContactPart;
import org.coalitionatlas.directory.ServiceView.PhonePart;
import org.coalitionatlas.directory.ServiceView.PlacePart;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.taxonomy.Axis;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.coalitionatlas.taxonomy.Term;
import org.springframework.stereotype.Component;

/**
 * The words under which a record is found, taken only from what its reader may see. Codes become
 * labels and everyday words in both languages.
 */
@Component
class SearchWords {

    /** A service that lists more counties than this is found by its state, not by their names. */
    private static final int MOST_COUNTY_NAMES = 20;

    private final Taxonomy taxonomy;
    private final Geography geography;

    SearchWords(Taxonomy taxonomy, Geography geography) {
        this.taxonomy = taxonomy;
        this.geography = geography;
    }

    /** Labels, categories and synonyms of the needs the service meets. */
    List<String> needs(ServiceView view) {
        var words = new ArrayList<String>();
        for (Need need : found(view.needs(), taxonomy::need)) {
            add(words, need.label());
            add(words, need.phase().label());
            need.categories().forEach(category -> add(words, category.label()));
            words.addAll(need.synonyms());
        }
        return words;
    }

    /** Whom it takes, in which languages, what kind of organization, and where. */
    List<String> facts(ServiceView view) {
        var words = new ArrayList<String>();
        for (Axis.Value value : found(view.accepts(), taxonomy::axisValue)) {
            add(words, value.label());
            words.addAll(value.synonyms());
        }
        terms(words, view.populations(), taxonomy::population);
        terms(words, view.languages(), taxonomy::language);
        terms(words, List.of(view.organization().kind()), taxonomy::organizationKind);
        view.places().forEach(place -> places(words, place));
        areas(words, view.areas());
        return words;
    }

    /** Everything else a person might remember of it. */
    List<String> body(ServiceView view) {
        var words = new ArrayList<String>();
        addAll(
                words,
                view.description(),
                view.eligibilityNote(),
                view.interpretation(),
                view.applicationProcess(),
                view.fees(),
                view.hoursNote());
        view.phones().forEach(phone -> number(words, phone));
        Stream.ofNullable(view.hours().specialHours().onCall())
                .map(PhonePart::of)
                .forEach(phone -> number(words, phone));
        view.contacts().forEach(contact -> contact(words, contact));
        return words;
    }

    /** The same for an organization. */
    List<String> body(OrganizationView view) {
        var words = new ArrayList<String>();
        addAll(words, view.description());
        terms(words, List.of(view.kind()), taxonomy::organizationKind);
        view.places().forEach(place -> places(words, place));
        view.phones().forEach(phone -> number(words, phone));
        view.contacts().forEach(contact -> contact(words, contact));
        return words;
    }

    private void areas(List<String> words, List<String> areas) {
        List<ServiceArea> parts = areas.stream().map(ServiceArea::new).toList();
        List<String> counties = parts.stream().flatMap(a -> a.countyFips().stream()).toList();
        if (counties.size() <= MOST_COUNTY_NAMES) {
            found(counties, geography::county).forEach(county -> words.add(county.name()));
        }
        for (String usps : parts.stream().flatMap(a -> a.stateUsps().stream()).toList()) {
            geography.state(usps).ifPresent(state -> add(words, state.name()));
            words.add("statewide estatal");
        }
        if (parts.contains(ServiceArea.NATIONWIDE)) {
            words.add("national nationwide nacional");
        }
    }

    private void places(List<String> words, PlacePart place) {
        addAll(words, place.name(), place.line1(), place.city(), place.zip());
        Stream.ofNullable(place.countyFips())
                .flatMap(fips -> geography.county(fips).stream())
                .forEach(county -> words.add(county.name()));
    }

    private static void contact(List<String> words, ContactPart contact) {
        addAll(words, contact.name(), contact.title());
        contact.phones().forEach(phone -> number(words, phone));
    }

    // People search for a number as they have it: 8155550142, 555-0142 or 0142.
    private static void number(List<String> words, PhonePart phone) {
        String digits = phone.number().replaceFirst("^\\+1", "").replace("+", "");
        words.add(digits);
        if (digits.length() == 10) {
            words.add(
                    digits.substring(0, 3)
                            + " "
                            + digits.substring(3, 6)
                            + " "
                            + digits.substring(6));
            words.add(digits.substring(3));
        }
        addAll(words, phone.description());
    }

    private static void terms(
            List<String> words,
            Collection<String> codes,
            java.util.function.Function<String, Optional<Term>> lookup) {
        for (Term term : found(codes, lookup)) {
            add(words, term.label());
            words.addAll(term.synonyms());
        }
    }

    private static <T> List<T> found(
            Collection<String> codes, java.util.function.Function<String, Optional<T>> lookup) {
        return codes.stream().flatMap(code -> lookup.apply(code).stream()).toList();
    }

    private static void add(List<String> words, LocalText text) {
        words.add(text.en());
        words.add(text.es());
    }

    private static void addAll(
            List<String> words, @org.jspecify.annotations.Nullable String... texts) {
        for (String text : texts) {
            if (text != null) {
                words.add(text);
            }
        }
    }
}
