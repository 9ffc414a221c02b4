package org.coalitionatlas.mail.web;

import org.coalitionatlas.mail.MailOptOuts;
import org.coalitionatlas.mail.MailPurpose;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Stopping a kind of e-mail from its own link: opening the page changes nothing, because mail
 * filters open links; the button does, and so does the one click of a mail program (RFC 8058).
 */
@Controller
class OptOutController {

    private static final String PAGE = "/mail/stop/{purpose}/{who}/{signature}";

    private final MailOptOuts optOuts;

    OptOutController(MailOptOuts optOuts) {
        this.optOuts = optOuts;
    }

    @GetMapping(PAGE)
    String ask(
            @PathVariable String purpose,
            @PathVariable String who,
            @PathVariable String signature,
            Model model) {
        return page("ask", known(purpose, who, signature), model);
    }

    @PostMapping(PAGE)
    String change(
            @PathVariable String purpose,
            @PathVariable String who,
            @PathVariable String signature,
            @RequestParam(name = "again", required = false) @Nullable String again,
            Model model) {
        MailPurpose known = known(purpose, who, signature);
        if (again == null) {
            optOuts.stop(purpose, who, signature);
            return page("stopped", known, model);
        }
        optOuts.resume(purpose, who, signature);
        return page("resumed", known, model);
    }

    private MailPurpose known(String purpose, String who, String signature) {
        return optOuts.purpose(purpose, who, signature)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String page(String state, MailPurpose purpose, Model model) {
        model.addAttribute("state", state);
        model.addAttribute("purpose", purpose);
        return "mail/stop";
    }
}
