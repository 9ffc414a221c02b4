package org.coalitionatlas.exchange.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.directory.WhenAlike;
import org.coalitionatlas.exchange.CsvFile;
import org.coalitionatlas.exchange.ImportMapping;
import org.coalitionatlas.exchange.ImportMappings;
import org.coalitionatlas.exchange.ImportOrder;
import org.coalitionatlas.exchange.Imports;
import org.jspecify.annotations.Nullable;

/** From a file to a job: upload, columns, a look, a trial, the import. */
@Route("exchange/import")
@Menu(title = "exchange.menu", order = 60, icon = "vaadin:upload-alt")
@RolesAllowed({"ADMINISTRATOR", "COORDINATOR"})
@StyleSheet("portal-exchange.css")
final class ImportView extends Div implements HasDynamicTitle {

    private static final int PREVIEW = 20;

    private final transient Imports imports;
    private final transient ImportMappings mappings;

    private final FileStep fileStep;
    private final Section columnStep = new Section();
    private final Section lookStep = new Section();
    private final Select<String> saved = new Select<>();
    private final MappingForm form;
    private final Div preview = new Div();
    private final Checkbox publish = new Checkbox();
    private final Checkbox addMissing = new Checkbox(true);
    private final Select<WhenAlike> whenAlike = new Select<>();
    private transient @Nullable CsvFile file;
    private String storedAs = "";
    private String fileName = "";
    private transient List<ImportMapping> known = new ArrayList<>();

    ImportView(Imports imports, ImportMappings mappings, Clock clock) {
        this.imports = imports;
        this.mappings = mappings;
        form = new MappingForm(mappings);
        addClassName("import-view");
        fileStep = new FileStep(imports, this::uploaded);
        add(
                new H1(getTranslation("exchange.title")),
                new Paragraph(getTranslation("exchange.intro")));
        add(fileStep, columnStep, lookStep, new JobList(imports, clock.getZone()));
        buildColumnStep();
        buildLookStep();
        columnStep.setVisible(false);
        lookStep.setVisible(false);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("exchange.title");
    }

    private void buildColumnStep() {
        saved.setLabel(getTranslation("exchange.mapping.saved"));
        saved.setEmptySelectionAllowed(true);
        saved.setWidth("min(24rem, 100%)");
        saved.setEmptySelectionCaption(getTranslation("exchange.mapping.none"));
        saved.addValueChangeListener(
                event -> {
                    if (event.isFromClient()) {
                        use(named(event.getValue()));
                    }
                });
        form.onChange(() -> lookStep.setVisible(false));
        var look = new Button(getTranslation("exchange.look"), click -> look());
        look.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var keep = new Button(getTranslation("exchange.mapping.save"), click -> keep());
        var actions = new Div(look, keep);
        actions.addClassName("import-actions");
        columnStep.add(new H2(getTranslation("exchange.step.columns")), saved, form, actions);
    }

    private void buildLookStep() {
        publish.setLabel(getTranslation("exchange.option.publish"));
        publish.setHelperText(getTranslation("exchange.option.publish.help"));
        addMissing.setLabel(getTranslation("exchange.option.addMissing"));
        addMissing.setHelperText(getTranslation("exchange.option.addMissing.help"));
        var dry = new Button(getTranslation("exchange.dryRun"), click -> start(true));
        var run = new Button(getTranslation("exchange.run"), click -> start(false));
        run.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        whenAlike.setLabel(getTranslation("duplicates.import.option"));
        whenAlike.setHelperText(getTranslation("duplicates.import.option.help"));
        whenAlike.setItems(WhenAlike.values());
        whenAlike.setItemLabelGenerator(
                choice -> getTranslation("duplicates.import.option." + choice));
        whenAlike.setValue(WhenAlike.ADD);
        whenAlike.setWidthFull();
        whenAlike.setMaxWidth("36rem");
        var options = new Div(publish, addMissing, whenAlike);
        options.addClassName("import-options");
        var actions = new Div(dry, run);
        actions.addClassName("import-actions");
        lookStep.add(
                new H2(getTranslation("exchange.step.look")),
                new Paragraph(getTranslation("exchange.look.help", PREVIEW)),
                preview,
                options,
                actions);
    }

    private void uploaded(CsvFile uploaded, String stored, String name) {
        file = uploaded;
        storedAs = stored;
        fileName = name;
        known = mappings.all();
        saved.setItems(known.stream().map(ImportMapping::name).toList());
        var suggestion = mappings.suggested(uploaded.columns());
        saved.setValue(suggestion.map(ImportMapping::name).orElse(null));
        use(suggestion.orElse(null));
        columnStep.setVisible(true);
        lookStep.setVisible(false);
    }

    private @Nullable ImportMapping named(@Nullable String name) {
        return known.stream()
                .filter(mapping -> mapping.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private void use(@Nullable ImportMapping mapping) {
        if (file != null) {
            form.show(file, mapping, fileName);
        }
        lookStep.setVisible(false);
    }

    private @Nullable ImportMapping mapping() {
        try {
            ImportMapping mapping = form.mapping();
            if (!mapping.missing().isEmpty()) {
                Notices.problem(
                        "exchange.mapping.missing",
                        String.join(
                                ", ",
                                mapping.missing().stream()
                                        .map(field -> getTranslation("exchange.field." + field))
                                        .toList()));
                return null;
            }
            return mapping;
        } catch (InvalidValue problem) {
            Notices.problem(problem.messageKey(), problem.arguments());
            return null;
        }
    }

    private void look() {
        ImportMapping mapping = mapping();
        if (mapping == null || file == null) {
            return;
        }
        preview.removeAll();
        preview.add(
                new PreviewTable(imports, mapping.kind(), imports.preview(file, mapping, PREVIEW)));
        lookStep.setVisible(true);
    }

    private void keep() {
        ImportMapping mapping = mapping();
        if (mapping != null) {
            mappings.save(mapping);
            Notices.done("exchange.mapping.kept", mapping.name());
        }
    }

    private void start(boolean dryRun) {
        ImportMapping mapping = mapping();
        if (mapping == null) {
            return;
        }
        UUID job =
                imports.start(
                        new ImportOrder(
                                fileName,
                                storedAs,
                                mapping,
                                publish.getValue(),
                                addMissing.getValue(),
                                dryRun,
                                whenAlike.getValue()));
        UI.getCurrent().navigate(ImportJobView.class, job.toString());
    }
}
