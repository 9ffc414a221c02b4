package org.coalitionatlas.directory;

import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalitionatlas.directory.ServiceView.PhonePart;
import org.coalitionatlas.directory.ServiceView.PlacePart;
import org.jspecify.annotations.Nullable;

/**
 * What a record is compared by. Made from what one kind of reader may see, so that nobody learns of
 * a record, a number or a place by typing it in. Only addresses that are shown in full count: who
 * guesses the address of a confidential shelter gets no answer.
 *
 * @param names its names; never empty
 * @param owners names of its organization; empty for an organization
 * @param family what it belongs to: its organization, for an organization its parent or, being one,
 *     itself; members of a family share numbers, places and pages
 * @param phones E.164
 * @param places street and ZIP, normalized
 * @param zips of its places
 * @param sites host and path of its pages
 * @param hosts of those pages that are not shared by everybody
 * @param domains of its e-mail, unless everybody has one there
 */
record Traits(
        List<NameWords> names,
        List<NameWords> owners,
        @Nullable UUID family,
        Set<String> phones,
        Set<String> places,
        Set<String> zips,
        Set<String> sites,
        Set<String> hosts,
        Set<String> domains) {

    private static final Set<String> SHARED_HOSTS =
            Set.of(
                    "facebook.com",
                    "m.facebook.com",
                    "instagram.com",
                    "twitter.com",
                    "x.com",
                    "linkedin.com",
                    "youtube.com",
                    "linktr.ee",
                    "sites.google.com",
                    "docs.google.com");

    private static final Set<String> SHARED_DOMAINS =
            Set.of(
                    "gmail.com",
                    "yahoo.com",
                    "hotmail.com",
                    "outlook.com",
                    "aol.com",
                    "icloud.com",
                    "comcast.net",
                    "sbcglobal.net",
                    "att.net",
                    "msn.com",
                    "live.com",
                    "protonmail.com");

    private static final Map<String, String> STREETS =
            Map.ofEntries(
                    Map.entry("street", "st"),
                    Map.entry("avenue", "ave"),
                    Map.entry("av", "ave"),
                    Map.entry("road", "rd"),
                    Map.entry("boulevard", "blvd"),
                    Map.entry("drive", "dr"),
                    Map.entry("lane", "ln"),
                    Map.entry("court", "ct"),
                    Map.entry("place", "pl"),
                    Map.entry("highway", "hwy"),
                    Map.entry("parkway", "pkwy"),
                    Map.entry("square", "sq"),
                    Map.entry("terrace", "ter"),
                    Map.entry("circle", "cir"),
                    Map.entry("trail", "trl"),
                    Map.entry("alley", "aly"),
                    Map.entry("turnpike", "tpke"),
                    Map.entry("crossing", "xing"),
                    Map.entry("first", "1st"),
                    Map.entry("second", "2nd"),
                    Map.entry("third", "3rd"),
                    Map.entry("fourth", "4th"),
                    Map.entry("fifth", "5th"),
                    Map.entry("sixth", "6th"),
                    Map.entry("seventh", "7th"),
                    Map.entry("eighth", "8th"),
                    Map.entry("ninth", "9th"),
                    Map.entry("tenth", "10th"),
                    Map.entry("north", "n"),
                    Map.entry("south", "s"),
                    Map.entry("east", "e"),
                    Map.entry("west", "w"));

    private static final Set<String> WITHIN =
            Set.of("suite", "ste", "unit", "apt", "room", "rm", "floor", "fl", "bldg", "building");

    static Traits of(OrganizationView view) {
        return new Traits(
                names(view.name(), view.alternateName()),
                List.of(),
                view.parentId() == null ? view.id() : view.parentId(),
                phones(view.phones()),
                places(view.places()),
                zips(view.places()),
                sites(view.url()),
                hosts(view.url()),
                domains(view.email()));
    }

    static Traits of(ServiceView view) {
        return new Traits(
                names(view.name(), view.alternateName()),
                names(view.organization().name(), view.organization().alternateName()),
                view.organization().id(),
                phones(view.phones()),
                places(view.places()),
                zips(view.places()),
                sites(view.url()),
                hosts(view.url()),
                domains(view.email()));
    }

    /** Of an organization that is being written. */
    static Traits of(OrganizationDraft draft, @Nullable UUID self, List<LocationDraft> places) {
        List<LocationDraft> shown = shown(places);
        return new Traits(
                names(draft.name(), draft.alternateName()),
                List.of(),
                draft.parentId() == null ? self : draft.parentId(),
                phoneLines(draft.phones()),
                keys(shown),
                zipsOf(shown),
                sites(draft.url() == null ? null : draft.url().address()),
                hosts(draft.url() == null ? null : draft.url().address()),
                domains(draft.email() == null ? null : draft.email().address()));
    }

    /** Of a service that is being written. */
    static Traits of(ServiceDraft draft, UUID owner, String ownerName, List<LocationDraft> places) {
        List<LocationDraft> shown = shown(places);
        return new Traits(
                names(draft.name(), draft.alternateName()),
                names(ownerName, null),
                owner,
                phoneLines(draft.phones()),
                keys(shown),
                zipsOf(shown),
                sites(draft.url() == null ? null : draft.url().address()),
                hosts(draft.url() == null ? null : draft.url().address()),
                domains(draft.email() == null ? null : draft.email().address()));
    }

    /** By what records like this one are found. */
    Set<String> keys() {
        var keys = new LinkedHashSet<String>();
        names.forEach(name -> keys.addAll(name.keys()));
        phones.forEach(phone -> keys.add("p:" + phone));
        places.forEach(place -> keys.add("a:" + place));
        sites.forEach(site -> keys.add("u:" + site));
        if (owners.isEmpty()) {
            hosts.forEach(host -> keys.add("h:" + host));
            domains.forEach(domain -> keys.add("e:" + domain));
        }
        return keys;
    }

    private static List<NameWords> names(String name, @Nullable String alternate) {
        return alternate == null
                ? List.of(NameWords.of(name))
                : List.of(NameWords.of(name), NameWords.of(alternate));
    }

    private static Set<String> phones(List<PhonePart> phones) {
        return numbers(phones.stream().map(PhonePart::number));
    }

    private static Set<String> phoneLines(List<PhoneLine> phones) {
        return numbers(phones.stream().map(PhoneLine::number));
    }

    // 988 and other short numbers are everybody's.
    private static Set<String> numbers(Stream<String> numbers) {
        return numbers.filter(number -> number.length() > 6).collect(Collectors.toSet());
    }

    private static Set<String> places(List<PlacePart> places) {
        return places.stream()
                .filter(place -> place.visibility() == AddressVisibility.FULL)
                .map(place -> place(place.line1(), place.zip()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Set<String> zips(List<PlacePart> places) {
        return places.stream()
                .filter(place -> place.visibility() == AddressVisibility.FULL)
                .flatMap(place -> Stream.ofNullable(zip(place.zip())))
                .collect(Collectors.toSet());
    }

    private static List<LocationDraft> shown(Collection<LocationDraft> places) {
        return places.stream()
                .filter(place -> place.addressVisibility() == AddressVisibility.FULL)
                .toList();
    }

    private static Set<String> keys(List<LocationDraft> places) {
        return places.stream()
                .map(place -> place(place.address().line1(), place.address().zip()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Set<String> zipsOf(List<LocationDraft> places) {
        return places.stream()
                .flatMap(place -> Stream.ofNullable(zip(place.address().zip())))
                .collect(Collectors.toSet());
    }

    /** Street and ZIP in one form, or {@code null} when either is not known. */
    static @Nullable String place(@Nullable String line1, @Nullable String zip) {
        String code = zip(zip);
        if (line1 == null || code == null) {
            return null;
        }
        String text =
                words(line1).stream()
                        .takeWhile(word -> !WITHIN.contains(word))
                        .collect(Collectors.joining(" "));
        return text.isEmpty() ? null : text + " " + code;
    }

    /** The words of an address or of a text that may name one, each as the post shortens it. */
    static List<String> words(String text) {
        return Stream.of(NameWords.plain(text).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> STREETS.getOrDefault(word, word))
                .toList();
    }

    /** Whether an address goes on within the building from that word on. */
    static boolean isWithin(String word) {
        return WITHIN.contains(word);
    }

    /** The five digits every ZIP code begins with. */
    static @Nullable String zip(@Nullable String zip) {
        return zip == null || zip.length() < 5 ? null : zip.substring(0, 5);
    }

    private static Set<String> sites(@Nullable String url) {
        URI uri = uri(url);
        if (uri == null) {
            return Set.of();
        }
        String path = Objects.requireNonNullElse(uri.getPath(), "").toLowerCase(Locale.ROOT);
        path = path.replaceFirst("/(index|home|default)\\.[a-z]+$", "").replaceFirst("/+$", "");
        String host = host(uri);
        return path.isEmpty() && SHARED_HOSTS.contains(host) ? Set.of() : Set.of(host + path);
    }

    private static Set<String> hosts(@Nullable String url) {
        URI uri = uri(url);
        return uri == null || SHARED_HOSTS.contains(host(uri)) ? Set.of() : Set.of(host(uri));
    }

    private static String host(URI uri) {
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    private static @Nullable URI uri(@Nullable String url) {
        try {
            URI uri = url == null ? null : URI.create(url);
            return uri == null || uri.getHost() == null ? null : uri;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Set<String> domains(@Nullable String email) {
        if (email == null) {
            return Set.of();
        }
        String domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return SHARED_DOMAINS.contains(domain) ? Set.of() : Set.of(domain);
    }

    /** Whether the two have something in common. */
    static boolean share(Set<String> one, Set<String> other) {
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        return !common.isEmpty();
    }

    /** Whether both say something and not the same. */
    static boolean differ(Set<String> one, Set<String> other) {
        return !one.isEmpty() && !other.isEmpty() && !share(one, other);
    }
}
