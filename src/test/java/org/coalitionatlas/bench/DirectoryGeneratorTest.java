package org.coalitionatlas.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalitionatlas.bench.GeneratedOrganization.Offer;
import org.coalitionatlas.directory.AddressVisibility;
import org.coalitionatlas.directory.Publication;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.junit.jupiter.api.Test;

class DirectoryGeneratorTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final Geography GEOGRAPHY = new Geography();
    private static final Taxonomy TAXONOMY = new Taxonomy();

    private final DirectoryGenerator generator = generator(7);

    @Test
    void the_same_seed_gives_the_same_directory_and_another_seed_another() {
        assertThat(generator(7).organizations().limit(200).toList())
                .isEqualTo(generator.organizations().limit(200).toList());
        assertThat(generator(8).organization(3)).isNotEqualTo(generator.organization(3));
    }

    @Test
    void an_organization_can_be_made_without_those_before_it() {
        GeneratedOrganization far = generator.organization(1_999_999);

        assertThat(far).isEqualTo(generator(7).organization(1_999_999));
        assertThat(far.id()).isGreaterThan(generator.organization(1_999_998).id());
    }

    @Test
    void the_first_thousand_of_five_million_services_need_only_their_own_organizations() {
        var made = new int[1];
        List<UUID> ids =
                generator
                        .organizations(5_000_000)
                        .peek(organization -> made[0]++)
                        .flatMap(organization -> organization.services().stream())
                        .map(Offer::id)
                        .limit(1_000)
                        .toList();

        assertThat(ids).hasSize(1_000).doesNotHaveDuplicates();
        assertThat(made[0]).isLessThan(1_000);
    }

    @Test
    void it_stops_at_the_number_of_services_asked_for() {
        long services = generator.organizations(3_000).mapToLong(o -> o.services().size()).sum();

        assertThat(services).isBetween(3_000L, 3_080L);
    }

    @Test
    void organizations_have_about_two_and_a_half_services_and_a_few_have_very_many() {
        List<Integer> sizes =
                generator.organizations().limit(8_000).map(o -> o.services().size()).toList();

        assertThat(sizes.stream().mapToInt(n -> n).average().orElseThrow()).isBetween(2.1, 2.9);
        assertThat(sizes).contains(1).anyMatch(n -> n > 40).allMatch(n -> n >= 1 && n <= 80);
    }

    @Test
    void texts_have_realistic_lengths() {
        assertThat(services(4_000).map(s -> s.draft().description().length()))
                .allMatch(length -> length >= 40 && length <= 900)
                .anyMatch(length -> length < 120)
                .anyMatch(length -> length > 700);
        assertThat(services(4_000).map(s -> s.draft().name().length()))
                .allMatch(length -> length <= 120);
    }

    @Test
    void areas_hours_and_publication_are_shared_out_as_in_a_real_directory() {
        List<Offer> services = services(12_000).toList();

        assertThat(share(services, s -> s.draft().areas().contains(ServiceArea.NATIONWIDE)))
                .isBetween(0.04, 0.06);
        assertThat(
                        share(
                                services,
                                s ->
                                        s.draft().areas().stream()
                                                .anyMatch(a -> a.stateUsps().isPresent())))
                .isBetween(0.18, 0.22);
        assertThat(services).allMatch(s -> s.draft().areas().size() <= 8);
        assertThat(share(services, s -> !s.draft().hours().isStated())).isBetween(0.18, 0.22);
        assertThat(share(services, s -> s.draft().hours().hours().isAlways()))
                .isBetween(0.09, 0.11);
        assertThat(share(services, s -> s.publication() == Publication.PUBLISHED))
                .isBetween(0.93, 0.97);
    }

    @Test
    void needs_are_skewed_but_all_occur() {
        Map<String, Integer> counts = new HashMap<>();
        services(12_000)
                .forEach(
                        s ->
                                s.draft()
                                        .needs()
                                        .codes()
                                        .forEach(code -> counts.merge(code, 1, Integer::sum)));

        assertThat(counts).hasSize(33);
        int most = counts.values().stream().max(Integer::compare).orElseThrow();
        int least = counts.values().stream().min(Integer::compare).orElseThrow();
        assertThat(most).isGreaterThan(5 * least);
    }

    @Test
    void some_addresses_are_hidden_and_three_in_ten_contacts_are_trained() {
        List<GeneratedOrganization> organizations = generator.organizations().limit(6_000).toList();

        assertThat(organizations.stream().flatMap(o -> o.places().stream()))
                .anyMatch(p -> p.draft().addressVisibility() == AddressVisibility.HIDDEN)
                .anyMatch(p -> p.draft().addressVisibility() == AddressVisibility.FULL);
        var people = organizations.stream().flatMap(o -> o.people().stream()).toList();
        assertThat(share(people, p -> !p.draft().trainings().isEmpty())).isBetween(0.27, 0.33);
    }

    private Stream<Offer> services(int most) {
        return generator.organizations(most).flatMap(o -> o.services().stream());
    }

    private static <T> double share(List<T> all, java.util.function.Predicate<T> test) {
        return (double) all.stream().filter(test).count() / all.size();
    }

    private static DirectoryGenerator generator(long seed) {
        return new DirectoryGenerator(seed, TODAY, GEOGRAPHY, TAXONOMY);
    }
}
