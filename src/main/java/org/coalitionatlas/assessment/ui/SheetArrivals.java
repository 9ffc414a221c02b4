package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.coalitionatlas.assessment.SheetNews;

/** Lets what other people say arrive on an open sheet, and never disturbs them by doing so. */
final class SheetArrivals {

    private final SheetNews news;
    private final UUID assessmentId;
    private final SheetKeeper keeper;
    private final Map<String, NeedSection> sections;

    SheetArrivals(
            SheetNews news,
            UUID assessmentId,
            SheetKeeper keeper,
            Map<String, NeedSection> sections) {
        this.news = news;
        this.assessmentId = assessmentId;
        this.keeper = keeper;
        this.sections = sections;
    }

    /** Listens while the component is on a screen. */
    void attachTo(Component sheet) {
        sheet.addAttachListener(
                attach -> {
                    UI ui = attach.getUI();
                    Runnable stop =
                            news.listen(
                                    assessmentId,
                                    (need, providers) -> tell(ui, sheet, need, providers));
                    sheet.addDetachListener(
                            detach -> {
                                stop.run();
                                detach.unregisterListener();
                            });
                });
    }

    // The sheet of whoever said it knows already and only takes the news again.
    private void tell(UI ui, Component sheet, String need, Collection<UUID> providers) {
        if (ui == UI.getCurrent()) {
            return;
        }
        ui.access(
                () -> {
                    NeedSection section = sections.get(need);
                    if (sheet.isAttached() && section != null) {
                        keeper.look(need, providers).forEach(section::arrived);
                    }
                });
    }
}
