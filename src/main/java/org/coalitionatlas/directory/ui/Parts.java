package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coalitionatlas.common.Url;
import org.coalitionatlas.common.ui.Badge;
import org.coalitionatlas.directory.AssuranceMethod;
import org.coalitionatlas.directory.Audience;
import org.coalitionatlas.directory.Capacity;
import org.coalitionatlas.directory.CapacityValue;
import org.coalitionatlas.directory.OpenState;
import org.coalitionatlas.directory.OrganizationView;
import org.coalitionatlas.directory.Publication;
import org.coalitionatlas.directory.ServiceView;
import org.coalitionatlas.directory.ServiceView.ContactPart;
import org.coalitionatlas.directory.ServiceView.PhonePart;
import org.coalitionatlas.directory.Status;
import org.coalitionatlas.taxonomy.Hotline;
import org.jspecify.annotations.Nullable;

/** The small pieces that cards and records share, so that the same fact always looks the same. */
final class Parts {

    private Parts() {}

    /** An icon with words; never an icon or a colour alone. */
    static Span badge(VaadinIcon icon, String text, String tone) {
        return Badge.of(icon, text, tone);
    }

    /** Trained on human trafficking, until when. Nothing for a training that no longer counts. */
    static @Nullable Span trained(@Nullable LocalDate until, DirectoryWords words) {
        return until == null || !words.today().isBefore(until)
                ? null
                : badge(
                        VaadinIcon.DIPLOMA,
                        words.text("directory.trainedUntil", words.day(until.minusDays(1))),
                        "trained");
    }

    /** Whether it is open now; of what is closed for now, only that. */
    static Span open(ServiceView service, DirectoryWords words) {
        OpenState state = words.openState(service);
        if (state.kind() == OpenState.Kind.SUSPENDED) {
            return status(service.status(), words);
        }
        if (state.kind() == OpenState.Kind.NOT_STATED) {
            return badge(
                    VaadinIcon.QUESTION_CIRCLE_O,
                    words.text("directory.hours.notStated"),
                    "unknown");
        }
        if (state.kind() == OpenState.Kind.ALWAYS) {
            return badge(VaadinIcon.CLOCK, words.text("directory.hours.always"), "open");
        }
        String text = words.text(state.messageKey(), state.arguments(words.locale()));
        return state.isOpen()
                ? badge(VaadinIcon.CLOCK, text, "open")
                : badge(VaadinIcon.MOON_O, text, "closed");
    }

    static Span capacity(@Nullable CapacityValue value, DirectoryWords words) {
        if (value == null) {
            return badge(
                    VaadinIcon.QUESTION_CIRCLE_O,
                    words.text("directory.capacity.notStated"),
                    "unknown");
        }
        VaadinIcon icon =
                switch (value) {
                    case CAPACITY -> VaadinIcon.CHECK_CIRCLE_O;
                    case ASK_FIRST -> VaadinIcon.PHONE;
                    case WAITLIST -> VaadinIcon.HOURGLASS;
                    case NO_CAPACITY -> VaadinIcon.CLOSE_CIRCLE_O;
                };
        return badge(icon, words.of("capacity", value), value.mayHaveRoom() ? "open" : "closed");
    }

    static String capacity(Capacity capacity, DirectoryWords words) {
        String text = words.of("capacity", capacity.value());
        if (capacity.asOf() != null) {
            text = words.text("directory.capacity.asOf", text, words.ago(capacity.asOf()));
        }
        return capacity.note() == null ? text : text + ": " + capacity.note();
    }

    /**
     * What a record page says of how it stands: whom it is meant for, and its {@link #marks}. Only
     * what differs from an active, published, verified record is said.
     */
    static List<Span> state(ServiceView service, DirectoryWords words) {
        return with(service.audience(), marks(service, words), words);
    }

    /** The same of an organization. */
    static List<Span> state(OrganizationView organization, DirectoryWords words) {
        return with(
                organization.audience(),
                marks(
                        organization.publication(),
                        organization.status(),
                        words.unsure(organization),
                        words),
                words);
    }

    /**
     * What every row that shows a service must say before anybody relies on it: that it is not
     * published, that it is closed for now, that nobody made sure of it for too long.
     */
    static List<Span> marks(ServiceView service, DirectoryWords words) {
        return marks(service.publication(), service.status(), words.unsure(service), words);
    }

    private static List<Span> with(Audience audience, List<Span> marks, DirectoryWords words) {
        if (audience != Audience.PUBLIC) {
            marks.addFirst(badge(VaadinIcon.LOCK, words.of("audience", audience), "members"));
        }
        return marks;
    }

    private static List<Span> marks(
            Publication publication, Status status, @Nullable String unsure, DirectoryWords words) {
        var badges = new ArrayList<Span>();
        if (publication != Publication.PUBLISHED) {
            badges.add(badge(VaadinIcon.EYE_SLASH, words.of("publication", publication), "draft"));
        }
        if (status != Status.ACTIVE) {
            badges.add(status(status, words));
        }
        if (unsure != null) {
            badges.add(badge(VaadinIcon.WARNING, unsure, "lapsed"));
        }
        return badges;
    }

    private static Span status(Status status, DirectoryWords words) {
        return badge(VaadinIcon.WARNING, words.of("status", status), "closed");
    }

    /** Numbers that a phone dials when they are touched. */
    static Component phones(List<PhonePart> phones, DirectoryWords words) {
        var list = new UnorderedList();
        list.addClassName("directory-phones");
        for (PhonePart phone : phones) {
            list.add(new ListItem(dial(phone), new Span(words.purpose(phone))));
        }
        return list;
    }

    static Anchor dial(PhonePart phone) {
        var link = new Anchor(phone.phone().uri(), phone.phone().display());
        link.addClassName("directory-dial");
        return link;
    }

    static Component contact(ContactPart contact, DirectoryWords words) {
        var name = new Span(contact.name());
        name.addClassName("name");
        var block = new Div(name);
        block.addClassName("directory-contact");
        if (contact.title() != null) {
            block.add(new Span(contact.title()));
        }
        Span trained = trained(contact.trainedUntil(), words);
        block.add(
                trained == null
                        ? badge(
                                VaadinIcon.QUESTION_CIRCLE_O,
                                words.text("directory.noTraining"),
                                "unknown")
                        : trained);
        block.add(verified(contact.assuredOn(), contact.assuredHow(), words));
        if (contact.withheld()) {
            block.add(withheldContact(words));
        }
        if (!contact.phones().isEmpty()) {
            block.add(phones(contact.phones(), words));
        }
        if (contact.email() != null) {
            block.add(email(contact.email()));
        }
        return block;
    }

    /** When somebody made sure of a contact: a mark when nobody did, or for too long. */
    static Span verified(
            @Nullable LocalDate on, @Nullable AssuranceMethod how, DirectoryWords words) {
        String said = words.verifiedContact(on, how);
        if (words.isUnsureContact(on)) {
            return badge(VaadinIcon.WARNING, said, "lapsed");
        }
        var verified = new Span(said);
        verified.addClassName("fine");
        return verified;
    }

    /** That the public is not shown a contact that is meant for it. */
    static Span withheldContact(DirectoryWords words) {
        return badge(VaadinIcon.EYE_SLASH, words.text("verification.contactWithheld"), "draft");
    }

    static Anchor email(String address) {
        return new Anchor("mailto:" + address, address);
    }

    /** A website; opens beside, without telling it where the person came from. */
    static Anchor website(String address) {
        var link = new Anchor(address, new Url(address).host(), AnchorTarget.BLANK);
        link.getElement().setAttribute("rel", "noopener noreferrer");
        return link;
    }

    /** The number for a text telephone, where a hotline has one. */
    static Optional<Anchor> tty(Hotline hotline, DirectoryWords words) {
        String number = hotline.tty();
        String uri = hotline.ttyUri();
        return number == null || uri == null
                ? Optional.empty()
                : Optional.of(new Anchor(uri, words.text("directory.hotline.tty", number)));
    }
}
