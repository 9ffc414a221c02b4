package org.coalitionatlas.capacity;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.coalitionatlas.capacity.ResponseVerb.Side;
import org.coalitionatlas.identity.OrganizationNames;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads responses for their results. Who may read what is as in {@link ResponseReading}: {@link
 * Sight} says how much of it, and words are for those who speak for the organization, and for its
 * coordinators when it agreed.
 */
@Component
public class ResultReading {

    private final ResponseStore store;
    private final AnswerStore answers;
    private final ResponseAccess access;
    private final OrganizationNames organizations;
    private final Instruments instruments;

    ResultReading(
            ResponseStore store,
            AnswerStore answers,
            ResponseAccess access,
            OrganizationNames organizations,
            Instruments instruments) {
        this.store = store;
        this.answers = answers;
        this.access = access;
        this.organizations = organizations;
        this.instruments = instruments;
    }

    /**
     * A response beside another of the same organization and questionnaire.
     *
     * @param before {@code null} when there is no other
     * @param others all others, the latest first
     */
    public record Pair(ResultSheet now, @Nullable ResultSheet before, List<ResponseHead> others) {}

    /**
     * The response for its result: at most five statements. For those who may read it.
     *
     * @return without an answer in it unless its {@link ResultSheet#sight} has the result
     * @throws NoSuchResponse when there is none
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public ResultSheet sheet(UUID id) {
        ResponseHead head = store.head(id).orElseThrow(() -> new NoSuchResponse(id));
        return sheet(head, access.requireReader(head.organization()), name(head), Sight::hasResult);
    }

    /**
     * The response for its paper, which says what its review says: at most five statements. For
     * those who may read it.
     *
     * @return without an answer in it unless its {@link ResultSheet#sight} has answers
     * @throws NoSuchResponse when there is none
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public ResultSheet paper(UUID id) {
        ResponseHead head = store.head(id).orElseThrow(() -> new NoSuchResponse(id));
        return sheet(
                head, access.requireReader(head.organization()), name(head), Sight::hasAnswers);
    }

    /**
     * The response beside another: at most seven statements. For those who may read it.
     *
     * @param with the other; {@code null} is the one opened before it, or else the latest there is
     * @return without an answer, and without another, unless this person may read the result
     * @throws NoSuchResponse when there is none
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public Pair pair(UUID id, @Nullable UUID with) {
        ResponseHead head = store.head(id).orElseThrow(() -> new NoSuchResponse(id));
        Set<Side> sides = access.requireReader(head.organization());
        String name = name(head);
        ResultSheet now = sheet(head, sides, name, Sight::hasResult);
        if (!now.sight().hasResult()) {
            return new Pair(now, null, List.of());
        }
        List<ResponseHead> others =
                store.ofOrganization(head.organization()).stream()
                        .filter(other -> other.instrumentCode().equals(head.instrumentCode()))
                        .filter(other -> !other.id().equals(id))
                        .filter(other -> ResponseAccess.sight(other, sides).hasResult())
                        .toList();
        ResponseHead before = chosen(others, head, with);
        return new Pair(
                now, before == null ? null : sheet(before, sides, name, Sight::hasResult), others);
    }

    private static @Nullable ResponseHead chosen(
            List<ResponseHead> others, ResponseHead head, @Nullable UUID with) {
        return others.stream()
                .filter(other -> other.id().equals(with))
                .findFirst()
                .or(
                        () ->
                                others.stream()
                                        .filter(o -> o.opened().at().isBefore(head.opened().at()))
                                        .findFirst())
                .or(() -> others.stream().findFirst())
                .orElse(null);
    }

    private ResultSheet sheet(
            ResponseHead head, Set<Side> sides, String name, Predicate<Sight> needed) {
        Sight sight = ResponseAccess.sight(head, sides);
        boolean words = ResponseAccess.readsWords(head, sides);
        var given = new LinkedHashMap<AnswerKey, Given>();
        var withheld = new HashSet<AnswerKey>();
        for (PlaceAnswer answer :
                needed.test(sight) ? answers.answers(head.id(), 0) : List.<PlaceAnswer>of()) {
            Given shown = words ? answer.given() : ResponseReading.withoutWords(answer).given();
            given.put(answer.place(), shown);
            if (!shown.equals(answer.given())) {
                withheld.add(answer.place());
            }
        }
        Set<ResponseVerb> may = EnumSet.noneOf(ResponseVerb.class);
        sides.forEach(side -> may.addAll(ResponseVerb.possible(head.state(), side)));
        return new ResultSheet(
                head,
                name,
                instruments.of(head),
                given,
                withheld,
                may.contains(ResponseVerb.FILL_IN),
                sight);
    }

    private String name(ResponseHead head) {
        return Objects.requireNonNullElse(
                organizations.names(Set.of(head.organization())).get(head.organization()), "");
    }
}
