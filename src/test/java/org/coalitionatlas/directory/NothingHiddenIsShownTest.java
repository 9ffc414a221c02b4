package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.Reader;
import org.coalitionatlas.mail.GreenPost;
import org.coalitionatlas.verification.NotFinished;
import org.coalitionatlas.verification.VerificationRequests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * Random records with random visibilities, looked for on every surface by every kind of reader: a
 * word is seen exactly by those who may see it (ARCHITECTURE rule 3, ASSURANCE, leaks and
 * confidential places).
 */
@DemoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NothingHiddenIsShownTest {

    private static final int RECORDS = 40;

    /** Words tried where each takes several searches. */
    private static final int SAMPLE = 200;

    /** Records of which those that are published are merged in pairs. */
    private static final int TO_MERGE = 50;

    /** Organizations that are written to. */
    private static final int LINKS = 20;

    private static final Pattern LINK = Pattern.compile("/check/[^\\s\"]+");

    private static final Pattern SITEMAP_PART = Pattern.compile("<loc>[^<]*(/sitemap-[^<]*)</loc>");

    /** Another run looks at other records; a failure names the seed that repeats it. */
    private final long seed = System.nanoTime();

    private final List<RandomRecord> records = new ArrayList<>();
    private final List<RandomRecord> merged = new ArrayList<>();
    private final Map<String, Set<Reader>> words = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final Map<String, String> asked = new LinkedHashMap<>();

    @Autowired MockMvc mvc;
    @Autowired DirectoryCommands commands;
    @Autowired RetiredParts retiredParts;
    @Autowired DirectorySearch search;
    @Autowired SearchSuggestions suggestions;
    @Autowired SearchAid aid;
    @Autowired DirectoryMap map;
    @Autowired RecordHistory history;
    @Autowired Geography geography;
    @Autowired ViewJson json;
    @Autowired SignedInAs signedInAs;
    @Autowired IndexCaughtUp index;
    @Autowired Merges merges;
    @Autowired VerificationRequests requests;
    @Autowired ApplicationContext product;

    @BeforeAll
    void writeRecords() {
        var random = new Random(seed);
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () -> {
                    for (int i = 0; i < RECORDS; i++) {
                        RandomRecord record = RandomRecord.written(commands, retiredParts, random);
                        records.add(record);
                        words.putAll(record.words());
                        labels.putAll(record.labels());
                        asked.putAll(record.asked());
                    }
                });
        // Five digits are soon the same twice, or within the one slip that a search forgives.
        List<String> all = List.copyOf(asked.values());
        Set<String> twice =
                all.stream()
                        .filter(
                                typed ->
                                        all.stream().filter(other -> isNear(typed, other)).count()
                                                > 1)
                        .collect(Collectors.toSet());
        asked.values().removeAll(twice);
        index.await();
    }

    @AfterAll
    void archiveThem() {
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () -> {
                    for (RandomRecord record :
                            Stream.concat(records.stream(), merged.stream()).toList()) {
                        UUID id = record.organization();
                        if (commands.organization(id).publication() != Publication.ARCHIVED) {
                            commands.archiveOrganization(id);
                        }
                    }
                });
        index.await();
    }

    @Test
    void everybodySeesEverythingMeantForThemAndNothingElseOnPublishedPages() throws Exception {
        var seen = new StringBuilder();
        for (RandomRecord record : records) {
            seen.append(page("/directory/organizations/" + record.organization()));
            seen.append(page("/es/directory/organizations/" + record.organization()));
            seen.append(page("/directory/suggest/organizations/" + record.organization()));
            for (UUID service : record.services()) {
                seen.append(page("/directory/services/" + service));
                seen.append(page("/es/directory/services/" + service));
                seen.append(page("/directory/suggest/services/" + service));
            }
        }
        String text = seen.toString();
        words.forEach(
                (word, readers) -> {
                    if (!readers.contains(Reader.PUBLIC)) {
                        assertThat(text).as(about(word)).doesNotContain(word);
                    }
                });
        assertThat(words.entrySet().stream().filter(e -> e.getValue().contains(Reader.PUBLIC)))
                .as("the test shows something at all")
                .hasSizeGreaterThan(20);
    }

    @Test
    void publicWordsAreOnTheirPages() throws Exception {
        for (RandomRecord record : records) {
            var pages =
                    new StringBuilder(page("/directory/organizations/" + record.organization()));
            for (UUID service : record.services()) {
                pages.append(page("/directory/services/" + service));
            }
            String text = pages.toString();
            record.words()
                    .forEach(
                            (word, readers) -> {
                                if (readers.contains(Reader.PUBLIC)
                                        && !labels.get(word).equals(RandomRecord.DESK)
                                        && !labels.get(word).equals(RandomRecord.CLOSED_ON_CALL)) {
                                    assertThat(text).as(about(word)).contains(word);
                                }
                            });
        }
    }

    @Test
    void noListFeedMapSitemapOrWidgetShowsWhatIsHidden() throws Exception {
        var addresses =
                new ArrayList<>(
                        List.of(
                                "/",
                                "/directory?county=" + RandomRecord.COUNTY,
                                "/directory?county=" + RandomRecord.COUNTY + "&sort=distance",
                                "/directory?near=82501&sort=distance&within=50",
                                "/es/directory?county=" + RandomRecord.COUNTY,
                                "/directory/county/" + RandomRecord.COUNTY,
                                "/directory/county/" + RandomRecord.COUNTY + "/changes.atom",
                                "/directory/changes.atom",
                                "/directory/need/A3",
                                "/directory/map?county=" + RandomRecord.COUNTY,
                                "/embed/search?county=" + RandomRecord.COUNTY,
                                "/sitemap.xml"));
        Matcher part = SITEMAP_PART.matcher(page("/sitemap.xml"));
        while (part.find()) {
            addresses.add(part.group(1));
        }
        for (RandomRecord record : records) {
            addresses.add("/directory/call-sheet?ids=" + record.services().getFirst());
        }
        for (String address : addresses) {
            String text = page(address);
            words.forEach(
                    (word, readers) -> {
                        if (!readers.contains(Reader.PUBLIC)) {
                            assertThat(text)
                                    .as(() -> address + " shows " + about(word))
                                    .doesNotContain(word);
                        }
                    });
            for (RandomRecord record : records) {
                for (UUID service : record.services()) {
                    if (search.publishedService(service).isEmpty()
                            && !address.contains(service.toString())) {
                        assertThat(text).as(address).doesNotContain(service.toString());
                    }
                }
            }
        }
    }

    @Test
    void aHiddenWordFindsNothing() {
        asked.forEach(
                (word, typed) -> {
                    if (!readersOf(word).contains(Reader.PUBLIC)) {
                        SearchRequest request = SearchRequest.of(typed);
                        SearchResult everybody = search.searchPublished(request);
                        assertThat(everybody.total()).as(about(word)).isZero();
                    }
                });
    }

    @Test
    void aMistypedHiddenWordIsNotPutRight() {
        hiddenFrom(Reader.PUBLIC)
                .forEach(
                        (word, typed) -> {
                            SearchRequest request = SearchRequest.of(mistyped(typed));
                            SearchResult found = search.searchPublished(request);
                            assertThat(aid.publishedHelp(request, found).corrected())
                                    .as(about(word))
                                    .isNotEqualTo(typed);
                        });
        signedInAs.run(
                SignedInAs.MEMBER_OF_LEGAL_AID,
                () ->
                        hiddenFrom(Reader.MEMBERS)
                                .forEach(
                                        (word, typed) -> {
                                            SearchRequest request =
                                                    SearchRequest.of(mistyped(typed));
                                            SearchResult found = search.search(request);
                                            assertThat(aid.help(request, found).corrected())
                                                    .as(about(word))
                                                    .isNotEqualTo(typed);
                                        }));
    }

    @Test
    void nothingHiddenIsSuggestedToAMemberWhoTypes() {
        signedInAs.run(
                SignedInAs.MEMBER_OF_LEGAL_AID,
                () ->
                        hiddenFrom(Reader.MEMBERS)
                                .forEach(
                                        (word, typed) -> {
                                            String begun = typed.substring(0, 5);
                                            assertThat(
                                                            suggestions.suggest(
                                                                            typed, Locale.ENGLISH)
                                                                    + " "
                                                                    + suggestions.suggest(
                                                                            begun, Locale.ENGLISH))
                                                    .as(about(word))
                                                    .doesNotContain(word);
                                        }));
    }

    @Test
    void nobodyReadsTheHistoryOfWhatIsNotTheirs() {
        for (RandomRecord record : records) {
            signedInAs.run(
                    SignedInAs.MEMBER_OF_LEGAL_AID,
                    () ->
                            assertThatThrownBy(
                                            () -> history.ofOrganization(record.organization(), 0))
                                    .isInstanceOf(AccessDeniedException.class));
            signedInAs.anonymously(
                    () -> {
                        assertThatThrownBy(
                                        () ->
                                                history.of(
                                                        RecordKind.ORGANIZATION,
                                                        record.organization(),
                                                        0))
                                .isInstanceOf(AccessDeniedException.class);
                        return null;
                    });
        }
    }

    @Test
    void aMemberFindsOnlyWhatMembersMaySee() {
        signedInAs.run(
                SignedInAs.MEMBER_OF_LEGAL_AID,
                () -> {
                    var seen = new StringBuilder();
                    for (RandomRecord record : records) {
                        search.organization(record.organization())
                                .ifPresent(view -> seen.append(text(view)));
                        search.servicesOf(record.organization())
                                .forEach(view -> seen.append(text(view)));
                        for (UUID service : record.services()) {
                            search.service(service).ifPresent(view -> seen.append(text(view)));
                        }
                        search.services(record.services()).forEach(view -> seen.append(text(view)));
                    }
                    // What the map of the portal is drawn and listed from.
                    seen.append(
                            map.of(
                                    SearchRequest.of(""),
                                    List.of(geography.county(RandomRecord.COUNTY).orElseThrow())));
                    String text = seen.toString();
                    words.forEach(
                            (word, readers) -> {
                                if (!readers.contains(Reader.MEMBERS)) {
                                    assertThat(text).as(about(word)).doesNotContain(word);
                                    String typed = asked.get(word);
                                    if (typed != null) {
                                        assertThat(search.search(SearchRequest.of(typed)).total())
                                                .as(about(word))
                                                .isZero();
                                        assertThat(search.organizations(typed, 5))
                                                .as(about(word))
                                                .isEmpty();
                                    }
                                }
                            });
                });
    }

    @Test
    void noDistanceIsMeasuredToAPlaceThatMayNotBeShown() {
        for (RandomRecord record : records) {
            for (UUID id : record.services()) {
                search.publishedService(id)
                        .ifPresent(
                                view -> {
                                    boolean hidden =
                                            view.places().stream()
                                                    .allMatch(
                                                            place ->
                                                                    place.visibility()
                                                                            == AddressVisibility
                                                                                    .HIDDEN);
                                    if (hidden) {
                                        assertThat(view.places())
                                                .allSatisfy(
                                                        place -> {
                                                            assertThat(place.point()).isNull();
                                                            assertThat(place.zip()).isNull();
                                                            assertThat(place.city()).isNull();
                                                        });
                                        assertThat(milesOf(id)).isNull();
                                    }
                                });
            }
        }
    }

    /** One organization and the one it became. */
    private record Merged(RandomRecord gone, RandomRecord kept) {}

    @Test
    void mergingBringsNothingHiddenToLightAndOldAddressesLeadOnlyToWhatIsShown() throws Exception {
        List<Merged> pairs = merge(new Random(seed + 1));
        assertThat(pairs).as("what can be merged (seed " + seed + ")").hasSizeGreaterThan(5);
        index.await();
        var hidden = new LinkedHashMap<String, String>();
        for (RandomRecord record : merged) {
            record.words()
                    .forEach(
                            (word, readers) -> {
                                if (!readers.contains(Reader.PUBLIC)) {
                                    hidden.put(word, record.labels().get(word));
                                }
                            });
        }
        var seen = new StringBuilder();
        int led = 0;
        for (Merged pair : pairs) {
            UUID gone = pair.gone.organization();
            UUID kept = pair.kept.organization();
            boolean isShown = search.publishedOrganization(kept).isPresent();
            for (String address :
                    List.of(
                            "/directory/organizations/",
                            "/es/directory/organizations/",
                            "/directory/suggest/organizations/",
                            "/directory/unsafe/organizations/")) {
                var answer = mvc.perform(get(URI.create(address + gone))).andReturn().getResponse();
                if (answer.getStatus() == 301) {
                    led++;
                    assertThat(answer.getHeader("Location"))
                            .as("(seed " + seed + ")")
                            .isEqualTo(address + kept);
                }
                assertThat(answer.getStatus())
                        .as("%s%s, merged (seed %d)", address, gone, seed)
                        .isIn(isShown ? Set.of(301) : Set.of(404, 410));
                seen.append(answer.getContentAsString(StandardCharsets.UTF_8));
                seen.append(page(address + kept));
            }
            for (RandomRecord record : List.of(pair.gone, pair.kept)) {
                for (UUID service : record.services()) {
                    seen.append(page("/directory/services/" + service));
                    seen.append(page("/directory/call-sheet?ids=" + service));
                }
            }
        }
        for (String address :
                List.of(
                        "/directory?county=" + RandomRecord.COUNTY,
                        "/directory/county/" + RandomRecord.COUNTY,
                        "/directory/changes.atom",
                        "/directory/map?county=" + RandomRecord.COUNTY,
                        "/sitemap.xml")) {
            seen.append(page(address));
        }
        String text = seen.toString();
        hidden.forEach(
                (word, label) ->
                        assertThat(text)
                                .as(label + word + " came to light (seed " + seed + ")")
                                .doesNotContain(word));
        hidden.keySet().stream()
                .filter(word -> word.startsWith("q"))
                .limit(SAMPLE)
                .forEach(
                        word ->
                                assertThat(search.searchPublished(SearchRequest.of(word)).total())
                                        .as(word + " (seed " + seed + ")")
                                        .isZero());
        assertThat(led).as("some old addresses lead on (seed " + seed + ")").isPositive();
    }

    // Of two that are published, the best of both is kept. Of one that is not shown, nothing is
    // taken over by hand, and what belongs to it is put out of sight as the refusal says.
    private List<Merged> merge(Random random) {
        var pairs = new ArrayList<Merged>();
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () -> {
                    var shown = new ArrayDeque<RandomRecord>();
                    var hidden = new ArrayDeque<RandomRecord>();
                    for (int i = 0; i < TO_MERGE; i++) {
                        RandomRecord record = RandomRecord.written(commands, retiredParts, random);
                        merged.add(record);
                        var standing = commands.organization(record.organization());
                        if (standing.publication() == Publication.PUBLISHED
                                && standing.draft().status() != Status.DEFUNCT) {
                            // Public ones meet public ones first, so that some old addresses lead.
                            if (standing.draft().audience() == Audience.PUBLIC) {
                                shown.addFirst(record);
                            } else {
                                shown.addLast(record);
                            }
                        } else if (standing.publication() != Publication.ARCHIVED
                                && standing.draft().audience() == Audience.PUBLIC) {
                            hidden.add(record);
                        }
                    }
                    RandomRecord first = shown.getFirst();
                    int refused = 0;
                    for (RandomRecord gone : hidden) {
                        refused += mergedAsTold(first, gone);
                        pairs.add(new Merged(gone, first));
                    }
                    assertThat(refused).as("merges refused (seed " + seed + ")").isPositive();
                    while (shown.size() > 1) {
                        RandomRecord kept = shown.removeFirst();
                        RandomRecord gone =
                                pairs.size() < hidden.size() + 2
                                        ? shown.removeFirst()
                                        : shown.removeLast();
                        merge(kept, gone, true);
                        pairs.add(new Merged(gone, kept));
                    }
                });
        return pairs;
    }

    /** Merges one that is not shown, doing what each refusal asks for; how many there were. */
    private int mergedAsTold(RandomRecord kept, RandomRecord gone) {
        for (int refused = 0; ; refused++) {
            try {
                merge(kept, gone, false);
                return refused;
            } catch (InvalidValue e) {
                assertThat(refused).as("%s (seed %d)", e.messageKey(), seed).isLessThan(2);
                switch (e.messageKey()) {
                    case "duplicates.problem.hiddenServices" ->
                            gone.services().stream()
                                    .filter(
                                            service ->
                                                    commands.service(service).publication()
                                                            == Publication.PUBLISHED)
                                    .forEach(commands::archiveService);
                    case "duplicates.problem.hiddenPlaces" -> putOutOfSight(gone.organization());
                    default -> throw e;
                }
            }
        }
    }

    private void putOutOfSight(UUID organization) {
        for (var place : commands.locations(organization)) {
            commands.reviseLocation(place.id(), place.version(), place.draft().hidden());
        }
        for (var person : commands.contacts(organization)) {
            ContactDraft draft = person.draft();
            commands.reviseContact(
                    person.id(),
                    person.version(),
                    new ContactDraft(
                            draft.name(),
                            draft.title(),
                            draft.email(),
                            Audience.COORDINATORS,
                            draft.phones(),
                            draft.trainings()));
        }
    }

    private void merge(RandomRecord kept, RandomRecord gone, boolean best) {
        MergeCase seen =
                merges.look(RecordKind.ORGANIZATION, kept.organization(), gone.organization());
        merges.merge(
                RecordKind.ORGANIZATION,
                kept.organization(),
                seen.stays().version(),
                gone.organization(),
                seen.goes().version(),
                merges.combined(seen, best ? seen.best() : Map.of()));
    }

    @Test
    void theLinkByEmailShowsAnOrganizationWhatMembersSeeOfItAndNothingElse() throws Exception {
        int shown = 0;
        try (var post = new GreenPost(product)) {
            var asked = new LinkedHashMap<String, RandomRecord>();
            for (RandomRecord record : records.subList(0, LINKS)) {
                String address = record.organization() + "@checked.example.org";
                if (ask(record.organization(), address)) {
                    asked.put(address, record);
                }
            }
            assertThat(asked).as("(seed " + seed + ")").isNotEmpty();
            while (post.deliver() > 0) {
                // until the last has left
            }
            for (var one : asked.entrySet()) {
                MimeMessage letter = post.to(one.getKey()).getFirst();
                String written = GreenPost.text(letter);
                Matcher link = LINK.matcher(written);
                assertThat(link.find()).isTrue();
                String address = link.group().replaceFirst("\\?.*", "");
                String text = written + page(address) + page(address + "?lang=es");
                assertThat(text).contains("<fieldset");
                Map<String, Set<Reader>> own = one.getValue().words();
                words.forEach(
                        (word, readers) -> {
                            if (!readers.contains(Reader.MEMBERS) || !own.containsKey(word)) {
                                assertThat(text)
                                        .as(() -> "the link shows " + about(word))
                                        .doesNotContain(word);
                            }
                        });
                shown += (int) own.keySet().stream().filter(text::contains).count();
            }
        }
        assertThat(shown).as("the test shows something at all").isGreaterThan(20);
    }

    private boolean ask(UUID organization, String address) {
        return signedInAs.call(
                SignedInAs.ADMINISTRATOR,
                () -> {
                    try {
                        requests.ask(organization, new Email(address), Locale.ENGLISH);
                        return true;
                    } catch (NotFinished unseen) {
                        return false;
                    }
                });
    }

    private @org.jspecify.annotations.Nullable Double milesOf(UUID id) {
        SearchRequest all = SearchRequest.of("");
        var near =
                new SearchRequest(
                        "",
                        all.needs(),
                        all.phases(),
                        RandomRecord.COUNTY,
                        all.serves(),
                        all.languages(),
                        false,
                        false,
                        false,
                        all.kinds(),
                        new org.coalitionatlas.geography.Point(43.0, -108.4),
                        null,
                        SearchRequest.Sort.DISTANCE,
                        0,
                        SearchRequest.MOST);
        return search.searchPublished(near).hits().stream()
                .filter(hit -> hit.service().id().equals(id))
                .findFirst()
                .map(SearchResult.Hit::miles)
                .orElse(null);
    }

    private static boolean isNear(String one, String other) {
        return one.length() == other.length()
                && IntStream.range(0, one.length())
                                .filter(i -> one.charAt(i) != other.charAt(i))
                                .count()
                        < 3;
    }

    /** Some of the words that reader may not see, with what somebody would type to find them. */
    private Map<String, String> hiddenFrom(Reader reader) {
        var hidden = new LinkedHashMap<String, String>();
        asked.entrySet().stream()
                .filter(one -> !readersOf(one.getKey()).contains(reader))
                .limit(SAMPLE)
                .forEach(one -> hidden.put(one.getKey(), one.getValue()));
        return hidden;
    }

    private Set<Reader> readersOf(String word) {
        return words.getOrDefault(word, Set.of());
    }

    private static String mistyped(String word) {
        char wrong = word.charAt(3) == 'z' ? 'x' : 'z';
        return Character.isDigit(word.charAt(3))
                ? word.substring(0, 3) + (9 - (word.charAt(3) - '0')) + word.substring(4)
                : word.substring(0, 3) + wrong + word.substring(4);
    }

    private String text(Object view) {
        return json.mapper().writeValueAsString(view);
    }

    private String about(String word) {
        return labels.get(word) + word + " for " + words.get(word) + " (seed " + seed + ")";
    }

    private String page(String address) throws Exception {
        MockHttpServletRequestBuilder request = get(java.net.URI.create(address));
        MvcResult result = mvc.perform(request).andReturn();
        if (result.getRequest().isAsyncStarted()) {
            result =
                    mvc.perform(
                                    org.springframework.test.web.servlet.request
                                            .MockMvcRequestBuilders.asyncDispatch(result))
                            .andReturn();
        }
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
