package org.coalitionatlas.exchange.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import java.time.ZoneId;
import org.coalitionatlas.common.RelativeDate;
import org.coalitionatlas.common.ui.EmptyState;
import org.coalitionatlas.exchange.ImportJob;
import org.coalitionatlas.exchange.Imports;

/** The last imports and how they went. */
final class JobList extends Composite<Section> {

    private static final int SHOWN = 20;

    private final ZoneId zone;

    JobList(Imports imports, ZoneId zone) {
        this.zone = zone;
        getContent().addClassName("import-jobs");
        getContent().add(new H2(getTranslation("exchange.jobs")));
        var jobs = imports.jobs(0, SHOWN);
        if (jobs.isEmpty()) {
            getContent()
                    .add(
                            new EmptyState(
                                    getTranslation("exchange.jobs.none"),
                                    getTranslation("exchange.jobs.none.hint")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("import-job-list");
        jobs.forEach(job -> list.add(item(job)));
        getContent().add(list);
    }

    private ListItem item(ImportJob job) {
        var link = new RouterLink(job.fileName(), ImportJobView.class, job.id().toString());
        String kind =
                getTranslation("exchange.kind." + job.kind())
                        + (job.dryRun() ? " · " + getTranslation("exchange.dryRun") : "");
        var when = RelativeDate.plain(job.createdAt().atZone(zone).toLocalDate(), getLocale());
        return new ListItem(
                link,
                new Span(kind),
                new Span(getTranslation("exchange.state." + job.state())),
                new Span(
                        getTranslation(
                                "exchange.job.short",
                                job.created(),
                                job.updated(),
                                job.unchanged(),
                                job.rejected())),
                new Span(job.startedBy() + ", " + when));
    }
}
