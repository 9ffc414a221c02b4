package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import org.coalitionatlas.common.ui.Verbs;

/** Runs a verb that a person pressed; what goes wrong becomes words, and the screen stays. */
final class RecordActions {

    private RecordActions() {}

    /** Whether the verb was done. */
    static boolean run(Runnable verb) {
        return Verbs.run(verb);
    }

    /** Asks with the record's name before it is taken out of sight. */
    static void askToArchive(String name, DirectoryWords words, Runnable archive) {
        var ask =
                new ConfirmDialog(
                        words.text("directory.archive.title", name),
                        words.text("directory.archive.text"),
                        words.text("directory.action.archive"),
                        confirm -> archive.run(),
                        words.text("common.cancel"),
                        cancel -> {});
        ask.setConfirmButtonTheme("error primary");
        ask.open();
    }
}
