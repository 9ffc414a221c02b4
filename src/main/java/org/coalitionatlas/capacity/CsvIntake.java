package org.coalitionatlas.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;

/**
 * Takes answers of a CSV file into a response, as if somebody had given them one by one: the same
 * rules, the same history, and what the file leaves empty stays as it is.
 */
@Component
public class CsvIntake {

    private final ResultReading reading;
    private final Responses responses;
    private final ResponseCsv csv;
    private final Instruments instruments;

    CsvIntake(
            ResultReading reading, Responses responses, ResponseCsv csv, Instruments instruments) {
        this.instruments = instruments;
        this.reading = reading;
        this.responses = responses;
        this.csv = csv;
    }

    /**
     * A place the file would change.
     *
     * @param wording {@link Item#wording} of the question as the file asks it: an answer to an
     *     older one is marked to be looked at again
     */
    public record Changed(AnswerKey place, Given before, Given now, int wording) {}

    /**
     * What a file would do.
     *
     * @param changes in the order of the paper
     * @param problems what of the file cannot be taken
     */
    public record Preview(List<Changed> changes, List<CsvAnswers.Problem> problems) {}

    /** Reads the file and saves nothing. For those who may read the response. */
    @PreAuthorize("isAuthenticated()")
    public Preview preview(UUID id, byte[] file) {
        ResultSheet sheet = reading.sheet(id);
        CsvAnswers read = csv.read(sheet.instrument(), file);
        return new Preview(changes(sheet, read), read.problems());
    }

    /**
     * Saves the changes of a preview, each by itself; what another person said meanwhile is
     * replaced and kept in the history. For people who speak for the organization, while the
     * response is open.
     *
     * @return how many places were changed
     * @throws NotInState when the response is not open
     */
    @PreAuthorize("isAuthenticated()")
    public int take(UUID id, List<Changed> changes) {
        for (Changed change : changes) {
            for (Word word : words(change)) {
                responses.answer(id, change.place(), word, change.wording());
            }
        }
        return changes.size();
    }

    private List<Changed> changes(ResultSheet sheet, CsvAnswers file) {
        Map<AnswerKey, Given> read = file.given();
        var changes = new ArrayList<Changed>();
        sheet.instrument()
                .items()
                .flatMap(Item::places)
                .filter(read::containsKey)
                .forEach(
                        place -> {
                            Given before = sheet.given().getOrDefault(place, Given.NOTHING);
                            Given now = merged(before, read.getOrDefault(place, Given.NOTHING));
                            if (!now.equals(before)) {
                                changes.add(
                                        new Changed(
                                                place,
                                                before,
                                                now,
                                                wording(sheet.instrument(), place, file)));
                            }
                        });
        return List.copyOf(changes);
    }

    private int wording(Instrument asked, AnswerKey place, CsvAnswers file) {
        Integer version = file.olderVersions().get(place);
        return Optional.ofNullable(version)
                .flatMap(older -> instruments.find(asked.code(), older))
                .flatMap(older -> older.item(place.item()))
                .map(Item::wording)
                .orElse(Integer.MAX_VALUE);
    }

    private static Given merged(Given before, Given read) {
        boolean answers = read.choice() != null || read.text() != null;
        return new Given(
                read.choice() == null ? before.choice() : read.choice(),
                read.text() == null ? before.text() : read.text(),
                read.note() == null ? before.note() : read.note(),
                read.later() || (before.later() && !answers));
    }

    // Putting off comes last, as an answer would end it.
    private static List<Word> words(Changed change) {
        Given before = change.before();
        Given now = change.now();
        var words = new ArrayList<Word>();
        if (now.choice() != before.choice()) {
            words.add(new Word.Chosen(before.choice(), now.choice()));
        }
        if (!Objects.equals(now.text(), before.text())) {
            words.add(new Word.Written(before.text(), now.text()));
        }
        if (!Objects.equals(now.note(), before.note())) {
            words.add(new Word.Noted(before.note(), now.note()));
        }
        boolean answered = !words.isEmpty() && !(words.getFirst() instanceof Word.Noted);
        if (now.later() != (before.later() && !answered)) {
            words.add(new Word.PutOff(now.later()));
        }
        return words;
    }
}
