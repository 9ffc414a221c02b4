package org.coalitionatlas.mail;

import java.time.Clock;
import java.util.HashMap;
import java.util.Properties;
import org.coalitionatlas.identity.CoalitionProfile;
import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks after the outbox: sends every few seconds, erases old texts every few hours. */
@Component
class MailRounds {

    private final MailStore store;
    private final MailSettings settings;
    private final MailDelivery delivery;
    private final Clock clock;

    MailRounds(
            MailStore store,
            MailOptOuts optOuts,
            MailSettings settings,
            CoalitionProfile coalition,
            MessageSource messages,
            Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        this.delivery =
                new MailDelivery(
                        store, optOuts, settings, server(settings), coalition, messages, clock);
    }

    @Scheduled(fixedDelayString = "${atlas.mail.round:PT20S}", initialDelayString = "PT10S")
    void send() {
        delivery.round();
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT1M")
    void erase() {
        store.eraseBodies(clock.instant().minus(settings.keepBodies()));
    }

    // Not a bean: Spring Boot would report the product as down whenever the mail server is.
    static JavaMailSenderImpl server(MailSettings settings) {
        var server = new JavaMailSenderImpl();
        server.setHost(settings.host());
        server.setPort(settings.port());
        server.setDefaultEncoding("UTF-8");
        if (!settings.user().isEmpty()) {
            server.setUsername(settings.user());
            server.setPassword(settings.password());
        }
        server.setJavaMailProperties(properties(settings));
        return server;
    }

    private static Properties properties(MailSettings settings) {
        String timeout = Long.toString(settings.timeout().toMillis());
        var values = new HashMap<String, String>();
        values.put("smtp.connectiontimeout", timeout);
        values.put("smtp.timeout", timeout);
        values.put("smtp.writetimeout", timeout);
        values.put("smtp.auth", Boolean.toString(!settings.user().isEmpty()));
        values.put("smtp.ssl.checkserveridentity", "true");
        values.put("mime.allowutf8", "true");
        switch (settings.tls()) {
            case STARTTLS -> {
                values.put("smtp.starttls.enable", "true");
                values.put("smtp.starttls.required", "true");
            }
            case TLS -> values.put("smtp.ssl.enable", "true");
            case NONE -> {}
        }
        var properties = new Properties();
        values.forEach((name, value) -> properties.setProperty("mail." + name, value));
        return properties;
    }
}
