package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.Url;
import org.coalitionatlas.directory.Audience;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.OrganizationView;
import org.coalitionatlas.directory.Status;
import org.coalitionatlas.taxonomy.Term;
import org.jspecify.annotations.Nullable;

/** The fields of an organization. */
final class OrganizationForm extends RecordForm<OrganizationDraft> {

    private final DirectorySearch search;
    private final TextField name;
    private final ComboBox<String> kind;
    private final PhonesField phones;
    private final TextField url;
    private final TextField email;

    // A parent the person may not know of must survive their edit.
    private @Nullable UUID unseenParent;

    OrganizationForm(DirectoryWords words, DirectorySearch search) {
        super(OrganizationDraft.class, words);
        this.search = search;

        name = DirectoryFields.line(words, "directory.field.name", 255);
        name.setRequiredIndicatorVisible(true);
        field(name).withConverter(ValueObjectConverter.requiredText(255)).bind("name");
        var other = DirectoryFields.line(words, "directory.field.alternateName", 255);
        field(other).withConverter(ValueObjectConverter.text(255)).bind("alternateName");
        kind = new ComboBox<>(words.text("directory.field.kind"));
        kind.setItems(
                DirectoryFields.startsAnyWord(words::kind),
                words.taxonomy().organizationKinds().stream().map(Term::code).toList());
        kind.setItemLabelGenerator(words::kind);
        field(kind).asRequired(words.text("invalid.missing")).bind("kind");
        var parent = parent();
        field(parent)
                .withConverter(view -> view == null ? unseenParent : view.id(), this::visibleParent)
                .bind("parentId");
        var description =
                DirectoryFields.prose(
                        words, "directory.field.description", OrganizationDraft.DESCRIPTION);
        field(description)
                .withConverter(ValueObjectConverter.text(OrganizationDraft.DESCRIPTION))
                .bind("description");
        section("directory.section.about", null, name, other, kind, parent, description);

        phones = new PhonesField(words, Audience.PUBLIC);
        field(phones).bind("phones");
        url = DirectoryFields.line(words, "directory.field.url", 500);
        field(url).withConverter(ValueObjectConverter.url()).bind("url");
        email = DirectoryFields.line(words, "directory.field.email", 254);
        field(email).withConverter(ValueObjectConverter.email()).bind("email");
        section("directory.section.reach", null, phones, url, email);

        var trainings = new TrainingsField(words);
        field(trainings).bind("trainings");
        section("directory.section.trainings", "directory.organization.trainingsHelp", trainings);

        var audience =
                DirectoryFields.choice(
                        words, "directory.field.audience", "audience", Audience.values());
        audience.setHelperText(words.text("directory.audience.help"));
        field(audience).bind("audience");
        var status =
                DirectoryFields.choice(words, "directory.field.status", "status", Status.values());
        field(status).bind("status");
        section("directory.section.visibility", null, audience, status);
    }

    @Override
    DraftFacts<OrganizationDraft> facts() {
        return DraftFacts.organization(words(), this::organizationName);
    }

    @Override
    Optional<OrganizationDraft> soFar() {
        if (name.isEmpty() || name.getValue().isBlank()) {
            return Optional.empty();
        }
        return Optional.of(
                new OrganizationDraft(
                        name.getValue(),
                        null,
                        "other",
                        null,
                        DirectoryFields.ifRight(url, Url::parse),
                        DirectoryFields.ifRight(email, Email::parse),
                        null,
                        Status.ACTIVE,
                        Audience.PUBLIC,
                        phones.getValue()));
    }

    /** An empty organization, meant for everybody once it is published. */
    void showNew() {
        show(OrganizationDraft.named("-", "other"));
        startEmpty(name, kind);
    }

    private ComboBox<OrganizationView> parent() {
        var parent = new ComboBox<OrganizationView>(words().text("directory.field.parent"));
        parent.setItemLabelGenerator(OrganizationView::name);
        parent.setClearButtonVisible(true);
        parent.setHelperText(words().text("directory.parent.help"));
        parent.setItems(
                query -> {
                    int offset = query.getOffset();
                    int limit = query.getLimit();
                    return search
                            .organizations(query.getFilter().orElse(""), offset + limit)
                            .stream()
                            .skip(offset)
                            .limit(limit);
                });
        return parent;
    }

    private @Nullable OrganizationView visibleParent(@Nullable UUID id) {
        OrganizationView view = id == null ? null : search.organization(id).orElse(null);
        unseenParent = view == null ? id : null;
        return view;
    }

    private String organizationName(UUID id) {
        return search.organization(id).map(OrganizationView::name).orElse(id.toString());
    }
}
