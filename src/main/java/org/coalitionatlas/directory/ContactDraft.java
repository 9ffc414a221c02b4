package org.coalitionatlas.directory;

import java.util.List;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.Texts;
import org.jspecify.annotations.Nullable;

/** All that can be written about a contact at once. */
public record ContactDraft(
        String name,
        @Nullable String title,
        @Nullable Email email,
        Audience visibility,
        List<PhoneLine> phones,
        List<Training> trainings) {

    /** Tidies the texts; a name must remain. */
    public ContactDraft {
        name = Texts.required(name, 200);
        title = Texts.tidy(title, 200);
        phones = List.copyOf(phones);
        trainings = List.copyOf(trainings);
    }

    /** The same, having that post. */
    public ContactDraft titled(@Nullable String newTitle) {
        return new ContactDraft(name, newTitle, email, visibility, phones, trainings);
    }

    /** The same, called and reached so. */
    public ContactDraft reachedAt(String newName, List<PhoneLine> newPhones, @Nullable Email mail) {
        return new ContactDraft(newName, title, mail, visibility, newPhones, trainings);
    }
}
