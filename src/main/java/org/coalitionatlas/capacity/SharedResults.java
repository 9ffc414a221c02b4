package org.coalitionatlas.capacity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.identity.OrganizationNames;
import org.coalitionatlas.identity.People;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How ready the members of the coalition are, one beside the other. A result is judged here only
 * when its organization shares it and has handed it in; what was written in words never comes here.
 */
@Component
public class SharedResults {

    private final ResponseStore store;
    private final AnswerStore answers;
    private final ResponseAccess access;
    private final Instruments instruments;
    private final OrganizationNames organizations;
    private final People people;

    SharedResults(
            ResponseStore store,
            AnswerStore answers,
            ResponseAccess access,
            Instruments instruments,
            OrganizationNames organizations,
            People people) {
        this.store = store;
        this.answers = answers;
        this.access = access;
        this.instruments = instruments;
        this.organizations = organizations;
        this.people = people;
    }

    /** What the coalition may see of a member. */
    public enum Standing {
        /** It has an account and has not opened the questionnaire. */
        NOT_BEGUN,
        /** It is at it; how far it is can be seen, what it says cannot. */
        BEING_FILLED_IN,
        /** Handed in, and kept to itself and its coordinator. */
        NOT_SHARED,
        /** Handed in and shared. */
        SHARED
    }

    /**
     * One member.
     *
     * @param response its response, or {@code null} when there is none
     * @param version the version it answers; 0 when there is no response
     * @param progress how far it is, while it is being filled in
     * @param sections its result in the sections of the newest version; none unless it is shared
     */
    public record Member(
            UUID organization,
            String name,
            Standing standing,
            @Nullable UUID response,
            int version,
            @Nullable Progress progress,
            List<Result.OfSection> sections) {}

    /**
     * All members.
     *
     * @param instrument the newest version of the questionnaire
     * @param cycle the one shown; {@code null} while nobody has ever begun
     * @param cycles those in which they began it, the one that began last first
     * @param members by name
     */
    public record Table(
            Instrument instrument,
            @Nullable String cycle,
            List<String> cycles,
            List<Member> members) {

        /** How many members stand like that. */
        public int count(Standing standing) {
            return (int) members.stream().filter(m -> m.standing() == standing).count();
        }
    }

    /**
     * The members the current person coordinates: seven statements, however many they are. For
     * coordinators.
     *
     * @param cycle {@code null} is the one that began last, of this questionnaire among these
     *     members
     * @throws IllegalArgumentException when there is no such questionnaire
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public Table table(String instrumentCode, @Nullable String cycle) {
        Instrument newest = instruments.latest(instrumentCode);
        List<ResponseStore.Opened> opened = store.opened(instrumentCode);
        var represented = new HashSet<>(people.representedOrganizations());
        var wanted = new HashSet<>(represented);
        opened.forEach(one -> wanted.add(one.organization()));
        Set<UUID> mine = access.coordinated(wanted);
        List<String> cycles = cycles(opened, mine);
        String shown = cycle != null || cycles.isEmpty() ? cycle : cycles.getFirst();
        var heads = new HashMap<UUID, ResponseHead>();
        if (shown != null) {
            store.all(instrumentCode, shown).forEach(head -> heads.put(head.organization(), head));
        }
        Map<UUID, String> names = organizations.names(mine);
        Map<UUID, Map<AnswerKey, Given>> outlines = outlines(heads, mine);
        var members = new ArrayList<Member>();
        for (UUID organization : mine) {
            if (!represented.contains(organization) && !heads.containsKey(organization)) {
                continue;
            }
            String name = names.get(organization);
            if (name != null) {
                members.add(member(organization, name, heads.get(organization), outlines, newest));
            }
        }
        members.sort(Comparator.comparing(member -> Texts.folded(member.name())));
        return new Table(newest, shown, cycles, List.copyOf(members));
    }

    // The one that began last first: a cycle may have any name.
    private static List<String> cycles(List<ResponseStore.Opened> opened, Set<UUID> mine) {
        var begun = new HashMap<String, Instant>();
        opened.stream()
                .filter(one -> mine.contains(one.organization()))
                .forEach(
                        one -> begun.merge(one.cycle(), one.at(), (a, b) -> a.isBefore(b) ? a : b));
        return begun.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Instant>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey())
                                .reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Standing standing(@Nullable ResponseHead head) {
        if (head == null) {
            return Standing.NOT_BEGUN;
        }
        if (head.state().isOpen()) {
            return Standing.BEING_FILLED_IN;
        }
        return head.resultShared() ? Standing.SHARED : Standing.NOT_SHARED;
    }

    private Map<UUID, Map<AnswerKey, Given>> outlines(
            Map<UUID, ResponseHead> heads, Set<UUID> mine) {
        return answers.outlines(
                heads.values().stream()
                        .filter(head -> mine.contains(head.organization()))
                        .filter(head -> standing(head) != Standing.NOT_SHARED)
                        .map(ResponseHead::id)
                        .toList());
    }

    private Member member(
            UUID organization,
            String name,
            @Nullable ResponseHead head,
            Map<UUID, Map<AnswerKey, Given>> outlines,
            Instrument newest) {
        Standing standing = standing(head);
        if (head == null) {
            return new Member(organization, name, standing, null, 0, null, List.of());
        }
        Instrument own =
                instruments.find(head.instrumentCode(), head.instrumentVersion()).orElse(newest);
        Answered answered = Answered.of(own, outlines.getOrDefault(head.id(), Map.of()));
        return new Member(
                organization,
                name,
                standing,
                head.id(),
                head.instrumentVersion(),
                standing == Standing.BEING_FILLED_IN ? answered.progress() : null,
                standing == Standing.SHARED ? Result.of(answered).inSectionsOf(newest) : List.of());
    }
}
