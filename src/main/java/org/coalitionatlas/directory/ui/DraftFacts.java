package org.coalitionatlas.directory.ui;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.Url;
import org.coalitionatlas.directory.ContactDraft;
import org.coalitionatlas.directory.LocationDraft;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.geography.County;
import org.jspecify.annotations.Nullable;

/**
 * What a draft says, fact by fact and in words: for comparing two drafts when people wrote at once,
 * in a review and in the history.
 *
 * @param <T> the kind of draft
 */
final class DraftFacts<T> {

    private final DirectoryWords words;
    private final List<Fact<T>> facts = new ArrayList<>();

    private record Fact<T>(String field, String label, Function<T, @Nullable String> print) {}

    /**
     * A fact as two drafts tell it.
     *
     * @param field name of the draft's field
     * @param one empty when the first draft does not say
     * @param other empty when the second does not
     */
    record Difference(String field, String label, String one, String other) {}

    private DraftFacts(DirectoryWords words) {
        this.words = words;
    }

    /**
     * @param names of organizations, by id
     */
    static DraftFacts<OrganizationDraft> organization(
            DirectoryWords words, Function<UUID, String> names) {
        return new DraftFacts<OrganizationDraft>(words)
                .fact("name", "directory.field.name", OrganizationDraft::name)
                .fact(
                        "alternateName",
                        "directory.field.alternateName",
                        OrganizationDraft::alternateName)
                .fact("kind", "directory.field.kind", draft -> words.kind(draft.kind()))
                .fact(
                        "parentId",
                        "directory.field.parent",
                        draft -> draft.parentId() == null ? null : names.apply(draft.parentId()))
                .fact("description", "directory.field.description", OrganizationDraft::description)
                .fact(
                        "phones",
                        "directory.field.phones",
                        draft -> FactWords.phones(draft.phones(), words))
                .fact("url", "directory.field.url", draft -> address(draft.url()))
                .fact("email", "directory.field.email", draft -> address(draft.email()))
                .fact(
                        "trainings",
                        "directory.field.trainings",
                        draft -> FactWords.trainings(draft.trainings(), words))
                .fact(
                        "audience",
                        "directory.field.audience",
                        draft -> words.of("audience", draft.audience()))
                .fact(
                        "status",
                        "directory.field.status",
                        draft -> words.of("status", draft.status()));
    }

    /**
     * @param places names of its organization's locations, by id
     * @param people names of its organization's contacts, by id
     */
    static DraftFacts<ServiceDraft> service(
            DirectoryWords words, Function<UUID, String> places, Function<UUID, String> people) {
        return new DraftFacts<ServiceDraft>(words)
                .fact("name", "directory.field.name", ServiceDraft::name)
                .fact("alternateName", "directory.field.alternateName", ServiceDraft::alternateName)
                .fact("description", "directory.field.description", ServiceDraft::description)
                .fact("needs", "directory.field.needs", draft -> words.needs(draft.needs().codes()))
                .fact(
                        "areas",
                        "directory.field.areas",
                        draft -> FactWords.areas(draft.areas(), words))
                .fact("remote", "directory.field.remote", draft -> words.yesNo(draft.remote()))
                .fact(
                        "locationIds",
                        "directory.field.locations",
                        draft -> names(draft.locationIds(), places))
                .fact(
                        "phones",
                        "directory.field.phones",
                        draft -> FactWords.phones(draft.phones(), words))
                .fact(
                        "contactIds",
                        "directory.field.contacts",
                        draft -> names(draft.contactIds(), people))
                .fact("url", "directory.field.url", draft -> address(draft.url()))
                .fact("email", "directory.field.email", draft -> address(draft.email()))
                .fact(
                        "eligibility",
                        "directory.field.eligibility",
                        draft -> FactWords.eligibility(draft.eligibility(), words))
                .fact(
                        "languages",
                        "directory.field.languages",
                        draft -> words.languages(draft.languages().codes()))
                .fact(
                        "interpretation",
                        "directory.field.interpretation",
                        ServiceDraft::interpretation)
                .fact(
                        "hours",
                        "directory.field.hours",
                        draft -> String.join("; ", HoursWords.lines(draft.hours(), words)))
                .fact(
                        "capacity",
                        "directory.field.capacity",
                        draft -> Parts.capacity(draft.capacity(), words))
                .fact("fees", "directory.field.fees", ServiceDraft::fees)
                .fact(
                        "applicationProcess",
                        "directory.field.application",
                        ServiceDraft::applicationProcess)
                .fact(
                        "audience",
                        "directory.field.audience",
                        draft -> words.of("audience", draft.audience()))
                .fact(
                        "status",
                        "directory.field.status",
                        draft -> words.of("status", draft.status()));
    }

    static DraftFacts<LocationDraft> location(DirectoryWords words) {
        return new DraftFacts<LocationDraft>(words)
                .fact("name", "directory.location.name", LocationDraft::name)
                .fact(
                        "address",
                        "directory.field.address",
                        draft -> FactWords.address(draft.address()))
                .fact(
                        "countyFips",
                        "directory.field.county",
                        draft ->
                                Optional.ofNullable(draft.countyFips())
                                        .flatMap(words.geography()::county)
                                        .map(County::nameWithState)
                                        .orElse(null))
                .fact(
                        "point",
                        "directory.field.point",
                        draft ->
                                draft.point() == null
                                        ? null
                                        : draft.point().latitude()
                                                + ", "
                                                + draft.point().longitude())
                .fact(
                        "addressVisibility",
                        "directory.location.visibility",
                        draft -> words.of("addressVisibility", draft.addressVisibility()))
                .fact(
                        "hours",
                        "directory.field.hours",
                        draft -> String.join("; ", HoursWords.lines(draft.hours(), words)))
                .fact(
                        "phones",
                        "directory.field.phones",
                        draft -> FactWords.phones(draft.phones(), words))
                .fact(
                        "accessibility",
                        "directory.location.accessibility",
                        LocationDraft::accessibility);
    }

    static DraftFacts<ContactDraft> contact(DirectoryWords words) {
        return new DraftFacts<ContactDraft>(words)
                .fact("name", "directory.contact.name", ContactDraft::name)
                .fact("title", "directory.contact.title", ContactDraft::title)
                .fact("email", "directory.field.email", draft -> address(draft.email()))
                .fact(
                        "visibility",
                        "directory.contact.visibility",
                        draft -> words.of("audience", draft.visibility()))
                .fact(
                        "phones",
                        "directory.field.phones",
                        draft -> FactWords.phones(draft.phones(), words))
                .fact(
                        "trainings",
                        "directory.field.trainings",
                        draft -> FactWords.trainings(draft.trainings(), words));
    }

    /** The facts on which the two differ, in the order of the form. */
    List<Difference> differences(@Nullable T one, @Nullable T other) {
        var differences = new ArrayList<Difference>();
        for (Fact<T> fact : facts) {
            String first = one == null ? "" : text(fact, one);
            String second = other == null ? "" : text(fact, other);
            if (!first.equals(second)) {
                differences.add(new Difference(fact.field, fact.label, first, second));
            }
        }
        return differences;
    }

    private static <T> String text(Fact<T> fact, T draft) {
        return Objects.requireNonNullElse(fact.print.apply(draft), "");
    }

    private DraftFacts<T> fact(String field, String labelKey, Function<T, @Nullable String> print) {
        facts.add(new Fact<>(field, words.text(labelKey), print));
        return this;
    }

    private static String names(Collection<UUID> ids, Function<UUID, String> names) {
        return ids.stream().map(names).sorted().collect(Collectors.joining("; "));
    }

    private static @Nullable String address(@Nullable Url url) {
        return url == null ? null : url.address();
    }

    private static @Nullable String address(@Nullable Email email) {
        return email == null ? null : email.address();
    }
}
