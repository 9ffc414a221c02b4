package org.coalitionatlas.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coalitionatlas.identity.CoalitionProfile;
import org.springframework.context.ApplicationContext;

/** A real mail server in the test's own process, and the product's delivery to it. */
public final class GreenPost implements AutoCloseable {

    public static final String PUBLIC_URL = "https://directory.example.org";

    private final ApplicationContext product;
    private final Clock clock;
    private GreenMail server;

    public GreenPost(ApplicationContext product) {
        this(product, product.getBean(Clock.class));
    }

    public GreenPost(ApplicationContext product, Clock clock) {
        this.product = product;
        this.clock = clock;
        this.server = start(0);
    }

    /** One round of the product over what waits. */
    public int deliver() {
        return delivery(server.getSmtp().getPort()).round();
    }

    MailDelivery delivery(int port) {
        return delivery(port, clock);
    }

    MailDelivery delivery(int port, Clock at) {
        var settings = settings(port);
        return new MailDelivery(
                product.getBean(MailStore.class),
                product.getBean(MailOptOuts.class),
                settings,
                MailRounds.server(settings),
                product.getBean(CoalitionProfile.class),
                product,
                at);
    }

    int port() {
        return server.getSmtp().getPort();
    }

    void goDown() {
        server.stop();
    }

    void comeBack(int port) {
        server = start(port);
    }

    /** What arrived for the address, oldest first. */
    public List<MimeMessage> to(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isFor(message, address))
                .toList();
    }

    /** The text part of a message. */
    public static String text(MimeMessage message) {
        return part(message, "text/plain");
    }

    public static String html(MimeMessage message) {
        return part(message, "text/html");
    }

    /** The first link in the text that begins so, as a path. */
    public static String path(MimeMessage message, String beginning) {
        Matcher link =
                Pattern.compile(Pattern.quote(PUBLIC_URL) + "(" + beginning + "[^\\s]*)")
                        .matcher(text(message));
        if (!link.find()) {
            throw new AssertionError("no link " + beginning + " in: " + text(message));
        }
        return link.group(1);
    }

    @Override
    public void close() {
        server.stop();
    }

    private static MailSettings settings(int port) {
        return new MailSettings(
                "127.0.0.1",
                port,
                "",
                "",
                MailSettings.Tls.NONE,
                "Rock River Coalition <directory@example.org>",
                PUBLIC_URL + "/",
                Duration.ofDays(30),
                14,
                Duration.ofSeconds(5));
    }

    private static GreenMail start(int port) {
        var server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        return server;
    }

    /** Whether that address is among those it was sent to. */
    public static boolean isFor(MimeMessage message, String address) {
        try {
            return Arrays.stream(message.getAllRecipients())
                    .anyMatch(to -> to.toString().equals(address));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String part(MimeMessage message, String type) {
        try {
            return find((Multipart) message.getContent(), type).replace("\r\n", "\n");
        } catch (MessagingException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String find(Multipart parts, String type)
            throws MessagingException, IOException {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType(type)) {
                return (String) part.getContent();
            }
            if (part.getContent() instanceof Multipart inner) {
                String found = find(inner, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
