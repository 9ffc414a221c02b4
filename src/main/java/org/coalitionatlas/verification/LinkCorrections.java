package org.coalitionatlas.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.Phone;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.common.Url;
import org.coalitionatlas.directory.ContactDraft;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.PhoneLine;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.identity.Reader;
import org.jspecify.annotations.Nullable;

/** Puts what was typed behind a link into a draft; what members may not see stays as it is. */
final class LinkCorrections {

    private static final String DESCRIPTION = "description";
    private static final String FEES = "fees";
    private static final String APPLICATION = "applicationProcess";
    private static final String TITLE = "title";
    private static final int LONG = OrganizationDraft.DESCRIPTION;
    private static final int FEES_LENGTH = 500;
    private static final int APPLICATION_LENGTH = 2000;
    private static final int TITLE_LENGTH = 200;

    private LinkCorrections() {}

    /** The texts of a record that can be put right in their place. */
    static List<LinkPart.Text> texts(Object draft) {
        return switch (draft) {
            case OrganizationDraft organization -> List.of(description(organization.description()));
            case ServiceDraft service ->
                    List.of(
                            description(service.description()),
                            new LinkPart.Text(
                                    FEES, "directory.field.fees", service.fees(), 0, FEES_LENGTH),
                            new LinkPart.Text(
                                    APPLICATION,
                                    "directory.field.application",
                                    service.applicationProcess(),
                                    3,
                                    APPLICATION_LENGTH));
            case ContactDraft contact ->
                    List.of(
                            new LinkPart.Text(
                                    TITLE,
                                    "directory.contact.title",
                                    contact.title(),
                                    0,
                                    TITLE_LENGTH));
            default -> throw new IllegalArgumentException(draft.getClass().getName());
        };
    }

    private static LinkPart.Text description(@Nullable String standing) {
        return new LinkPart.Text(DESCRIPTION, "directory.field.description", standing, 5, LONG);
    }

    private static @Nullable String text(
            LinkAnswer answer, String name, @Nullable String standing, int longest) {
        String typed = answer.texts().get(name);
        return typed == null ? standing : Texts.tidy(typed.replace("\r\n", "\n"), longest);
    }

    static List<LinkPart.Number> visible(List<PhoneLine> phones) {
        return IntStream.range(0, phones.size())
                .filter(i -> phones.get(i).visibility().includes(Reader.MEMBERS))
                .mapToObj(
                        i ->
                                new LinkPart.Number(
                                        i,
                                        phones.get(i).phone().display(),
                                        phones.get(i).description()))
                .toList();
    }

    /**
     * @throws InvalidValue when something typed is not what it should be
     */
    static Object applied(Object draft, LinkAnswer answer) {
        return switch (draft) {
            case OrganizationDraft organization ->
                    organization
                            .describedAs(
                                    text(answer, DESCRIPTION, organization.description(), LONG))
                            .reachedAt(
                                    name(organization.name(), answer),
                                    phones(organization.phones(), answer.phones()),
                                    url(answer.url()),
                                    email(answer.email()));
            case ServiceDraft service ->
                    service.describedAs(text(answer, DESCRIPTION, service.description(), LONG))
                            .askingFor(
                                    text(answer, FEES, service.fees(), FEES_LENGTH),
                                    text(
                                            answer,
                                            APPLICATION,
                                            service.applicationProcess(),
                                            APPLICATION_LENGTH))
                            .reachedAt(
                                    name(service.name(), answer),
                                    phones(service.phones(), answer.phones()),
                                    url(answer.url()),
                                    email(answer.email()));
            case ContactDraft contact ->
                    contact.titled(text(answer, TITLE, contact.title(), TITLE_LENGTH))
                            .reachedAt(
                                    name(contact.name(), answer),
                                    phones(contact.phones(), answer.phones()),
                                    email(answer.email()));
            default -> throw new IllegalArgumentException(draft.getClass().getName());
        };
    }

    private static String name(String standing, LinkAnswer answer) {
        return Objects.requireNonNullElse(Texts.tidy(answer.name(), 255), standing);
    }

    private static List<PhoneLine> phones(List<PhoneLine> standing, Map<Integer, String> typed) {
        var lines = new ArrayList<PhoneLine>();
        for (int i = 0; i < standing.size(); i++) {
            PhoneLine line = standing.get(i);
            String text = typed.get(i);
            if (text == null
                    || !line.visibility().includes(Reader.MEMBERS)
                    || text.strip().equals(line.phone().display())) {
                lines.add(line);
            } else if (!text.isBlank()) {
                lines.add(
                        PhoneLine.of(
                                Phone.parse(text),
                                line.type(),
                                line.description(),
                                line.visibility()));
            }
        }
        return lines;
    }

    private static @Nullable Url url(@Nullable String text) {
        String tidied = Texts.tidy(text, 500);
        return tidied == null ? null : Url.parse(tidied);
    }

    private static @Nullable Email email(@Nullable String text) {
        String tidied = Texts.tidy(text, 254);
        return tidied == null ? null : Email.parse(tidied);
    }
}
