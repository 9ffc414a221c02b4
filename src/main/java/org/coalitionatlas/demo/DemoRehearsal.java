package org.coalitionatlas.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.Finding;
import org.coalitionatlas.assessment.NarrativeTopic;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.Instrument;
import org.coalitionatlas.capacity.Instruments;
import org.coalitionatlas.capacity.Item;
import org.coalitionatlas.capacity.ReviewComment;
import org.coalitionatlas.capacity.Word;
import org.coalitionatlas.common.BrokenReferenceData;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.OrganizationId;
import org.coalitionatlas.common.Url;
import org.coalitionatlas.directory.AssuranceMethod;
import org.coalitionatlas.directory.CodeSet;
import org.coalitionatlas.directory.ContactDraft;
import org.coalitionatlas.directory.LocationDraft;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.identity.SignedIn;
import org.coalitionatlas.partnership.HeldDraft;
import org.coalitionatlas.partnership.PartnershipDraft;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Listens to the demo's whole story before the first word of it is written: a mistake in the last
 * entry must not leave the others behind.
 */
@Component
@Profile("demo")
class DemoRehearsal {

    private final Taxonomy taxonomy;
    private final Geography geography;
    private final Instruments instruments;

    DemoRehearsal(Taxonomy taxonomy, Geography geography, Instruments instruments) {
        this.taxonomy = taxonomy;
        this.geography = geography;
        this.instruments = instruments;
    }

    /**
     * Hears all of it.
     *
     * @throws BrokenReferenceData at the first mistake
     */
    void rehearse() {
        new DemoStory(new Listener(), new DemoClock(Clock.systemUTC())).tell();
    }

    private final class Listener implements DemoDesk {

        private final Map<String, SignedIn> accounts = new HashMap<>();
        private final Map<UUID, Instrument> responses = new HashMap<>();
        private final Set<String> cycles = new HashSet<>();

        @Override
        public void describe(String name, List<String> counties) {
            counties.forEach(this::requireCounty);
        }

        @Override
        public UUID organization(OrganizationDraft draft) {
            require(taxonomy.organizationKind(draft.kind()), "invalid.kind", draft.kind());
            return UUID.randomUUID();
        }

        @Override
        public UUID location(UUID organization, LocationDraft draft) {
            if (draft.countyFips() != null) {
                requireCounty(draft.countyFips());
            }
            return UUID.randomUUID();
        }

        @Override
        public UUID contact(UUID organization, ContactDraft draft) {
            return UUID.randomUUID();
        }

        @Override
        public UUID service(UUID organization, ServiceDraft draft) {
            requireEach(draft.needs(), taxonomy::need, "invalid.need");
            requireEach(draft.languages(), taxonomy::language, "invalid.language");
            requireEach(draft.eligibility().accepts(), taxonomy::axisValue, "invalid.axisValue");
            requireEach(draft.eligibility().rejects(), taxonomy::axisValue, "invalid.axisValue");
            requireEach(
                    draft.eligibility().populations(), taxonomy::population, "invalid.population");
            ServiceArea.normalized(draft.areas(), geography);
            return UUID.randomUUID();
        }

        @Override
        public void publishOrganization(UUID id) {}

        @Override
        public void publishService(UUID id) {}

        @Override
        public void verifyOrganization(
                UUID id, LocalDate on, String by, @Nullable AssuranceMethod how) {}

        @Override
        public void verifyService(
                UUID id, LocalDate on, String by, @Nullable AssuranceMethod how) {}

        @Override
        public UUID partnership(PartnershipDraft draft) {
            return UUID.randomUUID();
        }

        @Override
        public void endPartnership(UUID id, LocalDate on, String reason) {}

        @Override
        public UUID contactHeld(HeldDraft draft) {
            return UUID.randomUUID();
        }

        @Override
        public void endContactHeld(UUID id, LocalDate on, String reason) {}

        @Override
        public void person(
                String name,
                Email email,
                Role role,
                @Nullable OrganizationId organization,
                Set<String> counties) {
            counties.forEach(this::requireCounty);
            accounts.put(
                    email.address(),
                    new SignedIn(
                            UUID.randomUUID(),
                            name,
                            email.address(),
                            role,
                            organization == null ? null : organization.value(),
                            counties,
                            Locale.ENGLISH,
                            "",
                            true));
        }

        @Override
        public SignedIn account(String email) {
            SignedIn account = accounts.get(email);
            if (account == null) {
                throw new IllegalArgumentException("nobody has " + email);
            }
            return account;
        }

        @Override
        public UUID openAssessment(
                String county, String cycle, @Nullable LocalDate dueOn, boolean carryForward) {
            requireCounty(county);
            if (!cycles.add(county + " " + cycle)) {
                throw new InvalidValue("cycle.problem.name", cycle);
            }
            return UUID.randomUUID();
        }

        @Override
        public void answer(
                UUID assessment, String need, UUID provider, Question question, Answer answer) {
            requireNeed(need);
        }

        @Override
        public void find(UUID assessment, String need, Finding finding, @Nullable String reason) {
            requireNeed(need);
        }

        @Override
        public void write(UUID assessment, NarrativeTopic topic, String text) {}

        @Override
        public void closeAssessment(String county, UUID id) {}

        @Override
        public void assign(
                UUID assessment, Collection<String> needs, UUID person, LocalDate dueOn) {
            needs.forEach(this::requireNeed);
        }

        @Override
        public void takeUp(
                UUID assessment,
                UUID provider,
                Email email,
                Locale locale,
                Map<String, Map<Question, Answer>> answers) {
            answers.keySet().forEach(this::requireNeed);
        }

        @Override
        public void openRound(
                String instrument, String cycle, LocalDate dueOn, List<UUID> organizations) {
            instruments.latest(instrument);
        }

        @Override
        public UUID openResponse(UUID organization, String instrument, String cycle) {
            UUID id = UUID.randomUUID();
            responses.put(id, instruments.latest(instrument));
            return id;
        }

        @Override
        public void say(UUID response, AnswerKey place, Word word) {
            Item item = item(response, place.item());
            if (!place.part().equals(AnswerKey.WHOLE) && item.part(place).isEmpty()) {
                throw new IllegalArgumentException(
                        "item \"" + place.item() + "\" has no part \"" + place.part() + "\"");
            }
        }

        @Override
        public void link(UUID response, String item, String title, String url) {
            item(response, item);
            Url.parse(url);
        }

        @Override
        public void share(UUID response) {}

        @Override
        public void submit(UUID response) {}

        @Override
        public void accept(UUID response) {}

        @Override
        public void close(UUID response) {}

        @Override
        public void comment(UUID response, String item, String text) {
            if (!item.equals(ReviewComment.WHOLE)) {
                item(response, item);
            }
        }

        @Override
        public void giveBack(UUID response) {}

        @Override
        public void reopen(UUID response, String reason) {}

        private Item item(UUID response, String key) {
            Instrument instrument = responses.get(response);
            return Optional.ofNullable(instrument)
                    .flatMap(one -> one.item(key))
                    .orElseThrow(
                            () -> new IllegalArgumentException("there is no item \"" + key + "\""));
        }

        private void requireCounty(String fips) {
            require(geography.county(fips), "invalid.county", fips);
        }

        private void requireNeed(String code) {
            require(taxonomy.need(code), "invalid.need", code);
        }

        private void requireEach(
                CodeSet codes, Function<String, Optional<?>> lookup, String messageKey) {
            codes.codes().forEach(code -> require(lookup.apply(code), messageKey, code));
        }

        private void require(Optional<?> found, String messageKey, String code) {
            if (found.isEmpty()) {
                throw new InvalidValue(messageKey, code);
            }
        }
    }
}
