package org.coalitionatlas.capacity;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.coalitionatlas.common.BrokenReferenceData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The questionnaires as PRODUCT §3 and the sources have them, and files that are refused. */
class InstrumentsTest {

    private static final Instruments OURS = new Instruments();

    @Test
    void the_four_questionnaires_are_offered_in_order() {
        assertThat(OURS.latest())
                .extracting(Instrument::code)
                .containsExactly(
                        "capacity-checklist",
                        "internal-capacity-review",
                        "organizational-preparedness",
                        "service-provider-guidelines");
    }

    @Test
    void the_checklist_has_nine_sections_and_24_items_numbered_as_on_paper() {
        Instrument checklist = OURS.latest("capacity-checklist");
        assertThat(checklist.sections()).extracting(Section::number).hasSize(9);
        assertThat(checklist.items().map(Item::number))
                .containsExactly(
                        "1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3", "3.4", "4.1",
                        "5.1", "6.1", "7.1", "7.2", "7.3", "7.4", "8.1", "8.2", "8.3", "9.1", "9.2",
                        "9.3", "9.4");
    }

    @Test
    void its_kinds_are_8_narratives_8_yes_is_good_5_yes_is_a_gap_2_directives_1_conditional() {
        Instrument checklist = OURS.latest("capacity-checklist");
        assertThat(checklist.items().filter(item -> item.shownWhen() != null).map(Item::number))
                .containsExactly("9.3");
        assertThat(
                        checklist
                                .items()
                                .filter(item -> item.shownWhen() == null)
                                .collect(groupingBy(Item::kind, counting())))
                .isEqualTo(
                        Map.of(
                                ItemKind.NARRATIVE, 8L,
                                ItemKind.YES_IS_GOOD, 8L,
                                ItemKind.YES_IS_GAP, 5L,
                                ItemKind.DIRECTIVE, 2L));
        assertThat(numbers(checklist, ItemKind.YES_IS_GAP))
                .containsExactly("3.2", "3.3", "5.1", "6.1", "7.4");
        assertThat(numbers(checklist, ItemKind.DIRECTIVE)).containsExactly("8.2", "8.3");
    }

    @ParameterizedTest
    @CsvSource({
        "3.3, confidentiality safety-planning case-management referral trauma-informed"
                + " cultural-sensitivity collaboration",
        "5.1, adult minor domestic foreign-born",
        "6.1, building staff survivors",
        "7.2, minor adult foreign-born unique-needs",
        "9.2, exists member"
    })
    void items_that_ask_several_things_are_answered_part_by_part(String number, String parts) {
        assertThat(numbered("capacity-checklist", number).parts())
                .extracting(Item.Part::key)
                .containsExactly(parts.split(" "));
    }

    @Test
    void whether_a_collaborative_could_take_it_in_is_asked_where_there_is_no_task_force() {
        assertThat(numbered("capacity-checklist", "9.3").shownWhen())
                .isEqualTo(
                        new Item.Condition(
                                new AnswerKey("task-force", "exists"), List.of(Choice.NO)));
    }

    @Test
    void the_other_three_have_4_narratives_4_preparations_and_11_recommendations() {
        Instrument review = OURS.latest("internal-capacity-review");
        assertThat(numbers(review, ItemKind.NARRATIVE)).containsExactly("1", "2", "3", "4");
        assertThat(OURS.latest("organizational-preparedness").items().map(Item::number))
                .containsExactly("a", "b", "c", "d");
        assertThat(OURS.latest("service-provider-guidelines").items().map(Item::number))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11");
        assertThat(numbered("service-provider-guidelines", "1").parts())
                .filteredOn(part -> part.key().startsWith("backup-"))
                .hasSize(3);
        assertThat(numbered("service-provider-guidelines", "10").parts()).hasSize(8);
    }

    @Test
    void every_item_names_its_place_in_the_source_and_003_keeps_its_grant_number() {
        assertThat(OURS.latest())
                .allSatisfy(
                        instrument ->
                                assertThat(instrument.items())
                                        .allMatch(
                                                item ->
                                                        item.source()
                                                                .startsWith(instrument.source())));
        assertThat(OURS.latest("capacity-checklist").credit().es()).contains("2015-TA-AX-K029");
        assertThat(OURS.latest("internal-capacity-review").credit().en())
                .contains("2015-TA-AX-K029");
    }

    @Test
    void a_second_version_is_another_file_and_the_first_stays_to_be_read() {
        var both = new Instruments("instruments", "instruments-next");
        assertThat(both.latest("capacity-checklist").version()).isEqualTo(2);
        assertThat(both.latest("capacity-checklist").items()).hasSize(6);
        assertThat(both.find("capacity-checklist", 1))
                .isEqualTo(OURS.find("capacity-checklist", 1));
        assertThat(both.latest()).hasSize(4);
    }

    @Test
    void what_does_not_exist_is_not_found() {
        assertThat(OURS.find("capacity-checklist", 99)).isEmpty();
        assertThat(OURS.find("horoscope", 1)).isEmpty();
        assertThatThrownBy(() -> OURS.latest("horoscope")).hasMessageContaining("horoscope");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "twice|18|item \"one\" occurs twice",
                "number|19|\"1.3\" is not one of 1.2, 2, b",
                "kind|14|unknown kind \"maybe\"",
                "language|15|\"es\" is missing",
                "later-item|17|no earlier item \"two\"",
                "itself|17|no earlier item \"one\"",
                "no-such-part|23|item \"one\" offers no answers there",
                "answer|23|unknown answer \"perhaps\"",
                "one-part|18|one part alone is the item itself",
                "key|12|is no key",
                "version|1|version 2 belongs in sample-2.yaml"
            })
    void a_file_that_contradicts_itself_is_refused_with_line_and_reason(
            String name, int line, String reason) {
        assertThatThrownBy(() -> new Instruments("instruments-broken/" + name))
                .isInstanceOf(BrokenReferenceData.class)
                .hasMessageContaining("data/instruments-broken/" + name + "/sample-1.yaml, line")
                .hasMessageContaining("line " + line + ":")
                .hasMessageContaining(reason);
    }

    private static List<String> numbers(Instrument instrument, ItemKind kind) {
        return instrument.items().filter(item -> item.kind() == kind).map(Item::number).toList();
    }

    private static Item numbered(String code, String number) {
        return OURS.latest(code)
                .items()
                .filter(item -> item.number().equals(number))
                .findFirst()
                .orElseThrow();
    }
}
