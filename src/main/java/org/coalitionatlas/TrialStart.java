package org.coalitionatlas;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * {@code --atlas.command=trial-start}: starts on an empty database, asks itself for the pages that
 * people open first, and ends. The JVM that does so writes down what it read and linked, and later
 * starts begin with that (decision 036).
 */
@Component
@NullMarked
@ConditionalOnProperty(name = "atlas.command", havingValue = "trial-start")
class TrialStart {

    private static final List<String> PAGES =
            List.of("/", "/directory?q=shelter", "/counties", "/login", "/portal/");

    @EventListener
    void ready(ApplicationReadyEvent event) throws IOException, InterruptedException {
        var context = event.getApplicationContext();
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        try (HttpClient reader =
                HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
            for (String page : PAGES) {
                var request =
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page))
                                .timeout(Duration.ofSeconds(30))
                                .build();
                reader.send(request, HttpResponse.BodyHandlers.discarding());
            }
        }
        ExitCodeGenerator fine = () -> 0;
        System.exit(SpringApplication.exit(context, fine));
    }
}
