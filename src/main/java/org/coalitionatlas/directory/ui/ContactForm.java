package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.coalitionatlas.directory.Audience;
import org.coalitionatlas.directory.ContactDraft;

/** The fields of a contact. */
final class ContactForm extends RecordForm<ContactDraft> {

    private final TextField name;

    ContactForm(DirectoryWords words) {
        super(ContactDraft.class, words);
        name = DirectoryFields.line(words, "directory.contact.name", 200);
        name.setRequiredIndicatorVisible(true);
        field(name).withConverter(ValueObjectConverter.requiredText(200)).bind("name");
        var title = DirectoryFields.line(words, "directory.contact.title", 200);
        field(title).withConverter(ValueObjectConverter.text(200)).bind("title");
        var email = DirectoryFields.line(words, "directory.field.email", 254);
        field(email).withConverter(ValueObjectConverter.email()).bind("email");
        var visibility =
                DirectoryFields.choice(
                        words, "directory.contact.visibility", "audience", Audience.values());
        visibility.setHelperText(words.text("directory.contact.visibilityHelp"));
        field(visibility).bind("visibility");
        section("directory.section.contact", null, name, title, email, visibility);

        var phones = new PhonesField(words, Audience.MEMBERS);
        field(phones).bind("phones");
        section("directory.section.reach", null, phones);

        var trainings = new TrainingsField(words);
        field(trainings).bind("trainings");
        section("directory.section.trainings", null, trainings);
    }

    @Override
    DraftFacts<ContactDraft> facts() {
        return DraftFacts.contact(words());
    }

    /** An empty contact, meant for members: a name is personal until its owner says otherwise. */
    void showNew() {
        show(new ContactDraft("-", null, null, Audience.MEMBERS, List.of(), List.of()));
        startEmpty(name);
    }
}
