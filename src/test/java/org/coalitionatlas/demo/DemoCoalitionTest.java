package org.coalitionatlas.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The demo coalition is invented throughout, and has one of everything a coalition meets. */
class DemoCoalitionTest {

    private final String text = text();
    private final Map<?, ?> demo = new Yaml().load(text);
    private final List<Map<?, ?>> organizations = maps(demo.get("organizations"));
    private final List<Map<?, ?>> services = each(organizations, "services");

    @Test
    void nobody_can_be_reached_by_it() {
        assertThat(text.split("\\+1\\d{10}").length - 1).isGreaterThan(100);
        assertThat(found("\\+?1?\\d{10}"))
                .allMatch(phone -> phone.matches("\\+1\\d{3}55501\\d\\d"));
        assertThat(found("(?<=@)[\\w.-]+|(?<=//)[\\w.-]+"))
                .hasSizeGreaterThan(100)
                .allMatch(host -> host.endsWith("example.org"));
    }

    @Test
    void it_has_five_counties_and_every_kind_of_organization() {
        assertThat((List<?>) ((Map<?, ?>) demo.get("coalition")).get("counties"))
                .map(Object::toString)
                .containsExactlyInAnyOrder("17201", "17007", "17141", "17177", "17037");
        assertThat(organizations).hasSizeGreaterThanOrEqualTo(40);
        assertThat(services).hasSizeGreaterThanOrEqualTo(110);
        assertThat(organizations.stream().map(each -> String.valueOf(each.get("kind"))))
                .contains(
                        "law_enforcement",
                        "anti_trafficking",
                        "domestic_violence",
                        "sexual_assault",
                        "youth",
                        "immigrant_rights",
                        "legal",
                        "health",
                        "mental_health",
                        "shelter",
                        "faith_based",
                        "public_agency");
    }

    @Test
    void what_makes_a_directory_hard_is_in_it() {
        for (String fact : List.of("hours", "languages", "populations", "areas", "eligibility")) {
            assertThat(services).as(fact).anyMatch(each -> each.get(fact) != null);
        }
        assertThat(services)
                .map(each -> each.get("capacity"))
                .map(String::valueOf)
                .anyMatch(room -> room.contains("waitlist"));
        assertThat(each(organizations, "contacts"))
                .anyMatch(each -> maps(each.get("trainings")).isEmpty())
                .anyMatch(each -> !maps(each.get("trainings")).isEmpty());
        assertThat(each(organizations, "locations"))
                .anyMatch(each -> "hidden".equals(each.get("address_visibility")));
        assertThat(maps(demo.get("partnerships")))
                .anyMatch(each -> "mou".equals(each.get("agreement")))
                .anyMatch(each -> !"mou".equals(each.get("agreement")));
    }

    private Stream<String> found(String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map(MatchResult::group);
    }

    private static List<Map<?, ?>> each(List<Map<?, ?>> all, String part) {
        return all.stream().flatMap(one -> maps(one.get(part)).stream()).toList();
    }

    private static List<Map<?, ?>> maps(Object list) {
        return list == null
                ? List.of()
                : ((List<?>) list)
                        .stream()
                                .filter(Map.class::isInstance)
                                .<Map<?, ?>>map(each -> (Map<?, ?>) each)
                                .toList();
    }

    private static String text() {
        try {
            return Files.readString(Path.of("data/demo/coalition.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
