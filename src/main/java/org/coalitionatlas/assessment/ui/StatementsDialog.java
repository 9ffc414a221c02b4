package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import java.io.Serializable;
import java.util.UUID;
import java.util.function.Consumer;
import org.coalitionatlas.assessment.CellNow;
import org.coalitionatlas.assessment.Worksheet.Line;
import org.coalitionatlas.assessment.Worksheet.Row;
import org.jspecify.annotations.Nullable;

/**
 * Who said what about a provider, or about a need as a whole; which answer holds and by which rule;
 * what was decided and why. Coordinators decide here, and corrections of the directory begin here.
 */
final class StatementsDialog extends Dialog {

    /** Stands for the need as a whole where a provider could stand. */
    static final UUID THE_NEED = new UUID(0, 0);

    /** Opens it for a row, or without one for the need as a whole. */
    interface Opener extends Serializable {
        void open(Line line, @Nullable Row row, Consumer<CellNow> resolved);
    }

    /** What it needs of the sheet. */
    record Context(
            SheetWords words,
            Reader reader,
            @Nullable SheetKeeper keeper,
            Speakers speakers,
            @Nullable Corrections corrections)
            implements Serializable {}

    private final Context context;
    private final Line line;
    private final Consumer<CellNow> resolved;

    StatementsDialog(Context context, Line line, @Nullable Row row, Consumer<CellNow> resolved) {
        this.context = context;
        SheetWords words = context.words();
        this.line = line;
        this.resolved = resolved;
        String need = words.of(line.need().label());
        setHeaderTitle(
                row == null
                        ? words.text("cycle.dialog.need", need)
                        : words.text("cycle.dialog.row", words.name(row), need));
        addClassName("statements");
        add(row == null ? aboutNeed() : aboutProvider(row));
        getFooter().add(new Button(words.text("common.close"), click -> close()));
        setWidth("min(44rem, 96vw)");
    }

    private Component aboutProvider(Row of) {
        SheetKeeper keeper = context.keeper();
        String need = line.need().code();
        return new ProviderStatements(
                context,
                of,
                keeper == null || !context.reader().coordinates()
                        ? null
                        : (question, answer, reason) ->
                                took(
                                        keeper.resolve(
                                                need, of.providerId(), question, answer, reason)));
    }

    private Component aboutNeed() {
        SheetKeeper keeper = context.keeper();
        String need = line.need().code();
        return new NeedStatements(
                context,
                line,
                keeper == null || !context.reader().coordinates()
                        ? null
                        : (finding, reason) -> took(keeper.resolve(need, finding, reason)));
    }

    /**
     * @return why it could not be saved, or {@code null}
     */
    private @Nullable String took(SheetKeeper.Outcome<CellNow> outcome) {
        CellNow now = outcome.value();
        if (now == null) {
            return outcome.problem();
        }
        resolved.accept(now);
        close();
        return null;
    }
}
