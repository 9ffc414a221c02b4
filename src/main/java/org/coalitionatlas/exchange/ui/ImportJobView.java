package org.coalitionatlas.exchange.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.coalitionatlas.exchange.ImportAccess;
import org.coalitionatlas.exchange.ImportField;
import org.coalitionatlas.exchange.ImportJob;
import org.coalitionatlas.exchange.ImportProblem;
import org.coalitionatlas.exchange.Imports;
import org.jspecify.annotations.Nullable;

/**
 * One import: how far it is, what came of it, and every row about which there is something to say.
 */
@Route("exchange/import/job")
@RolesAllowed({"ADMINISTRATOR", "COORDINATOR"})
@StyleSheet("portal-exchange.css")
final class ImportJobView extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    private static final int POLL = 1_000;

    private final transient Imports imports;
    private final transient ImportAccess access;
    private final Paragraph state = new Paragraph();
    private final ProgressBar progress = new ProgressBar(0, 1);
    private final Button cancel = new Button();
    private final DescriptionList counts = new DescriptionList();
    private final Grid<ImportProblem> problems = new Grid<>();
    private final Checkbox rejectedOnly = new Checkbox();
    private final Div details = new Div();
    private UUID id = new UUID(0, 0);
    private String title = "";
    private @Nullable Registration polling;

    ImportJobView(Imports imports, ImportAccess access) {
        this.imports = imports;
        this.access = access;
        addClassName("import-view");
        state.getElement().setAttribute("role", "status");
        cancel.setText(getTranslation("exchange.job.cancel"));
        cancel.addClickListener(
                click -> {
                    imports.cancel(id);
                    refresh();
                });
        counts.addClassName("import-counts");
        rejectedOnly.setLabel(getTranslation("exchange.job.rejectedOnly"));
        rejectedOnly.addValueChangeListener(event -> problems.getDataProvider().refreshAll());
        buildProblems();
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        try {
            id = UUID.fromString(parameter);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
        ImportJob job = imports.job(id).orElseThrow(NotFoundException::new);
        title = getTranslation("exchange.job.title", job.fileName());
        progress.getElement().setAttribute("aria-label", title);
        var back = new RouterLink(getTranslation("exchange.job.back"), ImportView.class);
        removeAll();
        add(
                back,
                new H1(title),
                new Paragraph(
                        getTranslation(
                                "exchange.job.about",
                                getTranslation("exchange.kind." + job.kind()),
                                job.source(),
                                job.encoding(),
                                job.startedBy())),
                state,
                progress,
                cancel,
                counts,
                details);
        Locale language = getLocale();
        var report =
                new Anchor(
                        DownloadHandler.fromInputStream(
                                download -> {
                                    var bytes = new java.io.ByteArrayOutputStream();
                                    imports.writeReport(id, bytes, language);
                                    return new com.vaadin.flow.server.streams.DownloadResponse(
                                            new java.io.ByteArrayInputStream(bytes.toByteArray()),
                                            "import-report.csv",
                                            "text/csv;charset=utf-8",
                                            bytes.size());
                                }),
                        getTranslation("exchange.job.report"));
        details.removeAll();
        details.add(
                new H2(getTranslation("exchange.job.problems")), report, rejectedOnly, problems);
        refresh();
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        ui.setPollInterval(POLL);
        polling = ui.addPollListener(poll -> refresh());
        refresh();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopPolling(event.getUI());
    }

    private void stopPolling(UI ui) {
        if (polling != null) {
            polling.remove();
            polling = null;
            ui.setPollInterval(-1);
        }
    }

    private void refresh() {
        ImportJob job = imports.job(id).orElse(null);
        if (job == null) {
            return;
        }
        String words = getTranslation("exchange.state." + job.state());
        if (job.isOpen() && job.rowsTotal() != null) {
            words = getTranslation("exchange.job.progress", job.rowsDone(), job.rowsTotal());
        } else if (job.dryRun() && job.state() == ImportJob.State.DONE) {
            words = getTranslation("exchange.job.dryDone");
        } else if (job.failure() != null) {
            words = words + ": " + getTranslation(job.failure());
        }
        if (!words.equals(state.getText())) {
            state.setText(words);
        }
        progress.setValue(job.progress());
        progress.setVisible(job.isOpen());
        cancel.setVisible(job.isOpen() && access.mayCancel(id));
        counts.removeAll();
        count("exchange.count.rows", job.rowsDone());
        count("exchange.count.created", job.created());
        count("exchange.count.updated", job.updated());
        count("exchange.count.unchanged", job.unchanged());
        count("exchange.count.rejected", job.rejected());
        details.setVisible(job.problems() > 0);
        if (!job.isOpen()) {
            problems.getDataProvider().refreshAll();
            getUI().ifPresent(this::stopPolling);
        }
    }

    private void count(String key, long number) {
        counts.add(
                new DescriptionList.Term(getTranslation(key)),
                new DescriptionList.Description(
                        java.text.NumberFormat.getIntegerInstance(getLocale()).format(number)));
    }

    private void buildProblems() {
        problems.addColumn(ImportProblem::line)
                .setHeader(getTranslation("exchange.report.row"))
                .setWidth("6rem")
                .setFlexGrow(0);
        problems.addColumn(
                        problem ->
                                getTranslation(
                                        problem.rejected()
                                                ? "exchange.problem.rejected"
                                                : "exchange.problem.warning"))
                .setHeader(getTranslation("exchange.report.result"))
                .setWidth("8rem")
                .setFlexGrow(0);
        problems.addColumn(
                        problem -> {
                            ImportField field = problem.field();
                            return field == null ? "" : getTranslation("exchange.field." + field);
                        })
                .setHeader(getTranslation("exchange.report.field"))
                .setWidth("10rem")
                .setFlexGrow(0);
        problems.addColumn(problem -> imports.words(problem, getLocale()))
                .setHeader(getTranslation("exchange.report.reason"))
                .setWidth("24rem")
                .setFlexGrow(1);
        problems.addThemeNames("wrap-cell-content");
        problems.getElement().setAttribute("aria-label", getTranslation("exchange.job.problems"));
        problems.setDataProvider(
                DataProvider.fromCallbacks(
                        query -> {
                            List<ImportProblem> page =
                                    imports.problems(
                                            id,
                                            rejectedOnly.getValue(),
                                            query.getOffset(),
                                            query.getLimit());
                            return page.stream();
                        },
                        query ->
                                Math.toIntExact(
                                        imports.problemCount(id, rejectedOnly.getValue()))));
    }
}
