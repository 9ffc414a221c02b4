package org.coalitionatlas.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.coalitionatlas.common.InvalidValue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The sign-in page and the page that makes the first administrator: plain HTML, no script. */
@Controller
class SignInController {

    private final FirstAdministrator firstAdministrator;
    private final People people;
    private final MessageSource messages;
    private final ObjectProvider<DemoLogins> demo;
    private final SetupAddress address;

    SignInController(
            FirstAdministrator firstAdministrator,
            People people,
            MessageSource messages,
            ObjectProvider<DemoLogins> demo,
            SetupAddress address) {
        this.firstAdministrator = firstAdministrator;
        this.people = people;
        this.messages = messages;
        this.demo = demo;
        this.address = address;
    }

    @GetMapping("/login")
    String login(HttpServletRequest request, Model model) {
        model.addAttribute("failed", request.getParameter("failed") != null);
        model.addAttribute("wait", request.getParameter("wait") != null);
        model.addAttribute("email", SignInGuard.typed(request));
        boolean signedOut = request.getParameter("out") != null;
        model.addAttribute("signedOut", signedOut);
        model.addAttribute("changed", request.getParameter("changed") != null);
        model.addAttribute("ready", request.getParameter("ready") != null);
        model.addAttribute("ended", !signedOut && EndedSession.isNoted(request));
        demo.ifAvailable(logins -> model.addAttribute("demoLogins", logins.logins()));
        return "identity/login";
    }

    @GetMapping("/setup/{token}")
    String setup(@PathVariable String token, Model model) {
        requireGood(token);
        model.addAttribute("shortest", People.SHORTEST_PASSWORD);
        return "identity/setup";
    }

    @PostMapping("/setup/{token}")
    String create(
            @PathVariable String token,
            @RequestParam String name,
            @RequestParam String email,
            @RequestParam String password,
            Model model) {
        requireGood(token);
        try {
            if (!firstAdministrator.create(token, name, email, password)) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            return "redirect:/login?ready";
        } catch (InvalidValue e) {
            model.addAttribute(
                    "problem",
                    messages.getMessage(
                            e.messageKey(), e.arguments(), LocaleContextHolder.getLocale()));
            model.addAttribute("name", name);
            model.addAttribute("email", email);
            model.addAttribute("shortest", People.SHORTEST_PASSWORD);
            return "identity/setup";
        }
    }

    /** An installation without an administrator says on its console how to make one. */
    @EventListener
    void printSetupLink(ApplicationReadyEvent event) {
        if (people.hasAdministrator()
                || event.getApplicationContext().getEnvironment().containsProperty("atlas.command")
                || !(event.getApplicationContext() instanceof WebServerApplicationContext web)
                || web.getWebServer() == null) {
            return;
        }
        address.listensOn(web.getWebServer().getPort());
        System.out.printf(
                "%n  No administrator yet. Make one within 24 hours, once, at:%n  %s%n%n",
                address.of(firstAdministrator.issueToken()));
    }

    private void requireGood(String token) {
        if (!firstAdministrator.accepts(token)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
