package org.coalitionatlas.exchange.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.exchange.ColumnRule;
import org.coalitionatlas.exchange.CsvFile;
import org.coalitionatlas.exchange.ImportField;
import org.coalitionatlas.exchange.ImportMapping;
import org.coalitionatlas.exchange.ImportMappings;
import org.coalitionatlas.exchange.Imports;
import org.coalitionatlas.exchange.RecordKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The wizard from a kept file to its first rows, without a browser. */
@DemoTest
class ImportViewTest {

    private static final String CSV =
            "key,title,tel\nx1,Open Door,(815) 555-0142\nx2,Second Start,ask\n,No Key,\n";

    @Autowired Imports imports;
    @Autowired ImportMappings mappings;
    @Autowired SignedInAs as;

    private final UI ui = new UI();

    @BeforeEach
    void open() {
        ui.setLocale(java.util.Locale.ENGLISH);
        UI.setCurrent(ui);
    }

    @AfterEach
    void close() {
        UI.setCurrent(null);
    }

    @Test
    void columns_are_shown_with_examples_and_become_a_mapping() {
        as.run(
                SignedInAs.COORDINATOR,
                () -> {
                    CsvFile file = kept();
                    var form = new MappingForm(mappings);
                    form.show(file, mapping(), "list.csv");

                    assertThat(texts(form)).contains("key", "Open Door · Second Start");
                    assertThat(form.mapping()).isEqualTo(mapping());
                });
    }

    @Test
    void the_look_shows_values_and_says_what_is_wrong_with_which_row() {
        as.run(
                SignedInAs.COORDINATOR,
                () -> {
                    CsvFile file = kept();
                    var rows = imports.preview(file, mapping(), 20);
                    var table = new PreviewTable(imports, RecordKind.ORGANIZATION, rows);

                    assertThat(rows).hasSize(3);
                    assertThat(rows.get(0).problems()).isEmpty();
                    assertThat(rows.get(1).isRejected()).isFalse();
                    assertThat(rows.get(1).problems().getFirst().field())
                            .isEqualTo(ImportField.PHONE);
                    assertThat(rows.get(2).isRejected()).isTrue();
                    assertThat(rows.get(2).line()).isEqualTo(4);
                    assertThat(texts(table)).contains("Open Door", "(815) 555-0142");
                });
    }

    @Test
    void the_wizard_opens_with_a_file_to_choose_and_the_imports_so_far() {
        as.run(
                SignedInAs.COORDINATOR,
                () -> {
                    var view = new ImportView(imports, mappings, Clock.systemUTC());
                    assertThat(all(view)).hasAtLeastOneElementOfType(FileStep.class);
                    assertThat(all(view)).hasAtLeastOneElementOfType(JobList.class);
                });
    }

    @Test
    void usual_headings_are_proposed_without_a_mapping_and_left_alone_with_one() {
        as.run(
                SignedInAs.COORDINATOR,
                () -> {
                    CsvFile file =
                            kept("ID,Organization,Teléfono,Notes\nx1,Open Door,8155550142,\n");
                    var form = new MappingForm(mappings);
                    form.show(file, null, "list.csv");

                    assertThat(form.mapping().rules())
                            .containsExactly(
                                    ColumnRule.plain("ID", ImportField.ID),
                                    ColumnRule.plain("Organization", ImportField.NAME),
                                    ColumnRule.plain("Teléfono", ImportField.PHONE));
                    assertThat(texts(form))
                            .filteredOn(text -> text.contains("mapping.proposed"))
                            .hasSize(3);

                    ImportMapping bare =
                            new ImportMapping(
                                    "bare",
                                    "test-wizard",
                                    RecordKind.ORGANIZATION,
                                    "IL",
                                    Map.of(),
                                    List.of(ColumnRule.plain("ID", ImportField.ID)));
                    form.show(file, bare, "list.csv");
                    assertThat(form.mapping()).isEqualTo(bare);
                });
    }

    private static ImportMapping mapping() {
        return new ImportMapping(
                "list",
                "test-wizard",
                RecordKind.ORGANIZATION,
                "IL",
                Map.of(),
                List.of(
                        ColumnRule.plain("key", ImportField.ID),
                        ColumnRule.plain("title", ImportField.NAME),
                        ColumnRule.plain("tel", ImportField.PHONE)));
    }

    private CsvFile kept() {
        return kept(CSV);
    }

    private CsvFile kept(String csv) {
        try {
            return imports.look(
                    imports.store(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8))));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> texts(Component root) {
        return all(root).stream()
                .map(component -> component.getElement().getText())
                .filter(text -> !text.isBlank())
                .toList();
    }

    private static List<Component> all(Component root) {
        var found = new ArrayList<Component>(List.of(root));
        root.getChildren().forEach(child -> found.addAll(all(child)));
        return found;
    }
}
