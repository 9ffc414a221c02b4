package org.coalitionatlas.capacity;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coalitionatlas.capacity.ResponseVerb.Side;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.OrganizationNames;
import org.coalitionatlas.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reading responses. People who speak for the organization read all of it; its coordinators read
 * how far it is, from the moment it is handed in the choices, and what was written in words, noted
 * or attached only when the organization agreed.
 */
@Component
public class ResponseReading {

    private static final int MOST_FORMER = 100;

    private final ResponseStore store;
    private final AnswerStore answers;
    private final EvidenceStore evidence;
    private final ReviewStore reviews;
    private final ResponseAccess access;
    private final OrganizationNames organizations;
    private final CurrentPerson currentPerson;
    private final Instruments instruments;
    private final ResponseList list;

    ResponseReading(
            ResponseStore store,
            AnswerStore answers,
            EvidenceStore evidence,
            ReviewStore reviews,
            ResponseAccess access,
            OrganizationNames organizations,
            CurrentPerson currentPerson,
            Instruments instruments,
            ResponseList list) {
        this.store = store;
        this.answers = answers;
        this.evidence = evidence;
        this.reviews = reviews;
        this.access = access;
        this.organizations = organizations;
        this.currentPerson = currentPerson;
        this.instruments = instruments;
        this.list = list;
    }

    /**
     * What came since.
     *
     * @param answers the newest last, withheld as in the sheet
     */
    public record News(ResponseHead head, List<PlaceAnswer> answers) {}

    /**
     * A part of the coalition's responses.
     *
     * @param total how many there are in all
     */
    public record Page(List<SharedResponse> rows, int total) {}

    /**
     * Which responses are wanted; {@code null} is any.
     *
     * @param name part of the organization's name
     */
    public record Wanted(
            @Nullable String cycle,
            @Nullable String instrument,
            @Nullable ResponseState state,
            @Nullable String name) {

        /** Every response. */
        static final Wanted EVERYTHING = new Wanted(null, null, null, null);
    }

    /**
     * A response as the current person may read it: at most eight statements. For people who speak
     * for the organization and for its coordinators.
     *
     * @throws NoSuchResponse when there is none
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public ResponseSheet sheet(UUID id) {
        ResponseHead head = store.head(id).orElseThrow(() -> new NoSuchResponse(id));
        Set<Side> sides = access.requireReader(head.organization());
        boolean own = sides.contains(Side.ORGANIZATION);
        boolean words = ResponseAccess.readsWords(head, sides);
        Sight sight = ResponseAccess.sight(head, sides);
        var standing = new LinkedHashMap<AnswerKey, PlaceAnswer>();
        var withheld = new HashSet<AnswerKey>();
        List<PlaceAnswer> given = answers.answers(id, 0);
        for (PlaceAnswer answer : sight.hasAnswers() ? given : List.<PlaceAnswer>of()) {
            PlaceAnswer shown = words ? answer : withoutWords(answer);
            standing.put(answer.place(), shown);
            if (!shown.given().equals(answer.given())) {
                withheld.add(answer.place());
            }
        }
        Set<ResponseVerb> may = EnumSet.noneOf(ResponseVerb.class);
        sides.forEach(side -> may.addAll(ResponseVerb.possible(head.state(), side)));
        return new ResponseSheet(
                head,
                organizations
                        .names(Set.of(head.organization()))
                        .getOrDefault(head.organization(), ""),
                standing,
                withheld,
                words ? evidence.of(id) : List.of(),
                reviews.comments(id).stream().filter(c -> !own || c.told() != null).toList(),
                reviews.events(id),
                may,
                sight,
                progress(head, given));
    }

    private Progress progress(ResponseHead head, List<PlaceAnswer> given) {
        var there = new HashMap<AnswerKey, Given>();
        given.forEach(answer -> there.put(answer.place(), answer.given()));
        return progress(head, there);
    }

    private Progress progress(ResponseHead head, Map<AnswerKey, Given> given) {
        return instruments
                .find(head.instrumentCode(), head.instrumentVersion())
                .map(instrument -> Answered.of(instrument, given).progress())
                .orElseGet(() -> new Progress(0, 0, 0));
    }

    /** What came after that count of changes: two statements for a member. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public News since(UUID id, long change) {
        ResponseHead head = store.head(id).orElseThrow(() -> new NoSuchResponse(id));
        Set<Side> sides = access.requireReader(head.organization());
        boolean words = ResponseAccess.readsWords(head, sides);
        return new News(
                head,
                ResponseAccess.sight(head, sides).hasAnswers()
                        ? answers.answers(id, change).stream()
                                .map(answer -> words ? answer : withoutWords(answer))
                                .toList()
                        : List.of());
    }

    /**
     * What stood at a place before, the latest first. For those who may read its words.
     *
     * @return nothing when the words are withheld
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<FormerAnswer> former(UUID id, AnswerKey place) {
        ResponseHead head = store.head(id).orElseThrow(() -> new NoSuchResponse(id));
        boolean words = ResponseAccess.readsWords(head, access.requireReader(head.organization()));
        return words ? answers.former(id, place, MOST_FORMER) : List.of();
    }

    /** The responses of the organization the current person speaks for, the latest first. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<SharedResponse> own() {
        SignedIn person = currentPerson.get();
        UUID organization = person.organizationId();
        if (organization == null || !person.speaksFor(organization)) {
            return List.of();
        }
        return outlined(store.ofOrganization(organization));
    }

    /**
     * The responses of the organizations the current person coordinates, the latest cycle first, in
     * it by name: three statements, however many there are. For coordinators.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public Page page(Wanted wanted, int page, int size) {
        List<ResponseList.Named> shown = list.page(wanted, Math.max(0, page - 1) * size, size);
        var names = new HashMap<UUID, String>();
        shown.forEach(named -> names.put(named.head().organization(), named.name()));
        return new Page(
                outlined(shown.stream().map(ResponseList.Named::head).toList(), names),
                list.count(wanted));
    }

    /**
     * The open responses of the organization the current person speaks for, the latest first: one
     * statement.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<ResponseHead> ownOpen() {
        SignedIn person = currentPerson.get();
        UUID organization = person.organizationId();
        if (organization == null || !person.speaksFor(organization)) {
            return List.of();
        }
        return store.ofOrganization(organization).stream()
                .filter(head -> head.state().isOpen())
                .toList();
    }

    /**
     * The responses of an organization, the latest first: three statements at most. For those who
     * may read them; for everybody else there are none.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<SharedResponse> of(UUID organization) {
        return access.sides(organization).isEmpty()
                ? List.of()
                : outlined(store.ofOrganization(organization));
    }

    /** Whether the current person coordinates the organization, and so opens and reviews for it. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public boolean coordinates(UUID organization) {
        return access.sides(organization).contains(Side.COORDINATOR);
    }

    /** How many responses wait for the current person's review. For coordinators. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public int waiting() {
        return list.count(new Wanted(null, null, ResponseState.SUBMITTED, null));
    }

    /**
     * The cycles of the organizations the current person coordinates, the one that began last
     * first. For coordinators.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public List<String> cycles() {
        return list.cycles();
    }

    /**
     * How all responses of the organizations stand, whatever their cycle: two statements. Of
     * organizations that are neither the current person's nor theirs to coordinate there are none.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<ResponseHead> standing(Collection<UUID> organizations) {
        return store.ofOrganizations(this.organizations.places(organizations).keySet());
    }

    /**
     * How many answers are put off in those of the responses that are handed in: one statement. A
     * response with none is absent. For those who know of them by {@link #standing}.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public Map<UUID, Integer> putOff(Collection<ResponseHead> heads) {
        List<ResponseHead> handedIn =
                heads.stream().filter(head -> !head.state().isOpen()).toList();
        Map<UUID, Map<AnswerKey, Given>> outlines =
                answers.outlinesWithPutOff(handedIn.stream().map(ResponseHead::id).toList());
        var putOff = new HashMap<UUID, Integer>();
        for (ResponseHead head : handedIn) {
            int later = progress(head, outlines.getOrDefault(head.id(), Map.of())).later();
            if (later > 0) {
                putOff.put(head.id(), later);
            }
        }
        return putOff;
    }

    private List<SharedResponse> outlined(List<ResponseHead> heads) {
        return outlined(heads, names(heads));
    }

    private List<SharedResponse> outlined(List<ResponseHead> heads, Map<UUID, String> names) {
        Map<UUID, Map<AnswerKey, Given>> outlines =
                answers.outlines(heads.stream().map(ResponseHead::id).toList());
        return heads.stream()
                .map(
                        head ->
                                new SharedResponse(
                                        head,
                                        nameOf(head, names),
                                        progress(head, outlines.getOrDefault(head.id(), Map.of()))))
                .toList();
    }

    private Map<UUID, String> names(Collection<ResponseHead> heads) {
        return organizations.names(
                heads.stream().map(ResponseHead::organization).collect(Collectors.toSet()));
    }

    private static String nameOf(ResponseHead head, Map<UUID, String> names) {
        return names.getOrDefault(head.organization(), "");
    }

    /** The answer as whoever may not read its words reads it. */
    static PlaceAnswer withoutWords(PlaceAnswer answer) {
        Given given = answer.given();
        return new PlaceAnswer(
                answer.place(),
                new Given(
                        given.choice(),
                        given.text() == null ? null : AnswerStore.WITHHELD,
                        given.note() == null ? null : AnswerStore.WITHHELD,
                        given.later()),
                answer.wording(),
                answer.by(),
                answer.byId(),
                answer.at(),
                answer.change(),
                answer.version());
    }
}
