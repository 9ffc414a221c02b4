package org.coalitionatlas.assessment.ui;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.coalitionatlas.assessment.Finding;
import org.coalitionatlas.assessment.Worksheet.Line;
import org.coalitionatlas.assessment.Worksheet.Row;
import org.jspecify.annotations.Nullable;

/** What the tab keeps of acts that could not be saved: in words, and to be said elsewhere. */
final class KeptWords {

    private final SheetWords words;
    private final Function<String, @Nullable Line> lines;

    /**
     * @param lines the need of a code as this sheet shows it; {@code null} when it does not
     */
    KeptWords(SheetWords words, Function<String, @Nullable Line> lines) {
        this.words = words;
        this.lines = lines;
    }

    /** An act in one line. */
    String inWords(SheetAction act) {
        return switch (act.act()) {
            case "answer" ->
                    words.text(
                            "assessment.cell.name",
                            provider(act),
                            need(act),
                            words.of(act.question()),
                            act.answer() == null
                                    ? words.text("assessment.cell.blank")
                                    : words.of(act.answer()));
            case "confirm" -> words.text("assessment.said.confirmed", provider(act), need(act));
            case "unchanged" -> words.text("cycle.said.unchanged", provider(act), need(act));
            case "confirmAll", "allUnchanged" -> words.text("assessment.kept.all", need(act));
            case "nobody" -> words.text("assessment.said.NOBODY", need(act));
            case "notApplicable" ->
                    words.text("assessment.said.NOT_APPLICABLE", need(act)) + ": " + act.text();
            case "takeBack" -> words.text("assessment.said.withdrawn", need(act));
            case SheetAction.TEXT ->
                    words.text("assessment.narrative." + act.topic().name()) + ": " + act.text();
            default -> need(act);
        };
    }

    private String need(SheetAction act) {
        Line line = lines.apply(act.need());
        return line == null ? act.need() : words.of(line.need().label());
    }

    private String provider(SheetAction act) {
        Line line = lines.apply(act.need());
        if (line == null || !act.isOfProvider()) {
            return words.text("assessment.provider.unseen");
        }
        UUID id = act.provider();
        return line.rows().stream()
                .filter(row -> row.providerId().equals(id))
                .findFirst()
                .map((Row row) -> words.name(row))
                .orElseGet(() -> words.text("assessment.provider.unseen"));
    }

    /** Says it through another keeper; returns why it could not be saved, or {@code null}. */
    @Nullable String say(SheetAction act, SheetKeeper elsewhere) {
        String need = act.need();
        var when = act.when(null);
        return switch (act.act()) {
            case "answer" ->
                    elsewhere
                            .answer(need, act.provider(), act.question(), act.answer(), when)
                            .problem();
            case "confirm", "unchanged" ->
                    act.isOfProvider()
                            ? elsewhere
                                    .confirm(
                                            need,
                                            Map.of(act.provider(), Seen.answers(act.seen())),
                                            when)
                                    .problem()
                            : null;
            case "nobody" -> elsewhere.find(need, Finding.NOBODY, null, when).problem();
            case "notApplicable" ->
                    elsewhere.find(need, Finding.NOT_APPLICABLE, act.text(), when).problem();
            case SheetAction.TEXT -> elsewhere.add(act.topic(), act.text()).problem();
            // About all rows as they stood in that cycle, or taken back there: nothing to carry.
            default -> null;
        };
    }
}
