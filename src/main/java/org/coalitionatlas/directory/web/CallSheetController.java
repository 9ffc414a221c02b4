package org.coalitionatlas.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.coalitionatlas.common.RelativeDate;
import org.coalitionatlas.directory.CallSheet;
import org.coalitionatlas.directory.DirectoryRecords;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.ServiceView;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The call sheet: services in the order somebody means to call them, to print, keep or pass on. It
 * stands in the address alone; the server keeps nothing of it, and notes never come here.
 */
@Controller
class CallSheetController {

    private static final String IDS = "ids";
    private static final String SIZE = "size";
    private static final String WALLET = "wallet";

    private final DirectorySearch directory;
    private final DirectoryRecords records;
    private final Pages pages;
    private final ServiceTexts texts;
    private final SearchThrottle throttle;
    private final Clock clock;

    CallSheetController(
            DirectorySearch directory,
            DirectoryRecords records,
            Pages pages,
            ServiceTexts texts,
            SearchThrottle throttle,
            Clock clock) {
        this.directory = directory;
        this.records = records;
        this.pages = pages;
        this.texts = texts;
        this.throttle = throttle;
        this.clock = clock;
    }

    @GetMapping({"/directory/call-sheet", "/es/directory/call-sheet"})
    String sheet(
            HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        Page page = pages.open(request, response, model);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        long wait = throttle.secondsToWait(request.getRemoteAddr());
        if (wait > 0) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait));
            model.addAttribute("wait", wait);
            return "published/toomany";
        }
        Query query = Query.parse(request.getQueryString());
        CallSheet.Read read = CallSheet.read(query.first(IDS).orElse(null));
        CallSheet sheet = read.sheet();
        Map<UUID, ServiceView> found = found(sheet);
        if (found.size() < sheet.size()) {
            sheet = records.following(sheet);
            found = found(sheet);
        }
        boolean wallet = query.first(SIZE).filter(WALLET::equals).isPresent();
        String path = page.base() + "/directory/call-sheet";
        Words words = pages.words(locale);
        List<SheetEntry> entries = entries(sheet, found, wallet, path, page.base(), words);
        model.addAttribute("entries", entries);
        model.addAttribute("wallet", wallet);
        model.addAttribute("letterHref", path + query(sheet, false));
        model.addAttribute("walletHref", path + query(sheet, true));
        model.addAttribute(
                "moreHref",
                page.base()
                        + "/directory"
                        + (sheet.isEmpty()
                                ? ""
                                : Query.of(SheetLinks.PARAMETER, sheet.toString()).toString()));
        model.addAttribute("full", !sheet.hasRoom());
        model.addAttribute("most", CallSheet.MOST);
        model.addAttribute("notices", notices(read, words));
        model.addAttribute("today", RelativeDate.plain(today(), locale));
        return "published/callsheet";
    }

    private Map<UUID, ServiceView> found(CallSheet sheet) {
        Map<UUID, ServiceView> found = new HashMap<>();
        directory.publishedServices(sheet.ids()).forEach(view -> found.put(view.id(), view));
        return found;
    }

    private List<SheetEntry> entries(
            CallSheet sheet,
            Map<UUID, ServiceView> found,
            boolean wallet,
            String path,
            String base,
            Words words) {
        var entries = new ArrayList<SheetEntry>();
        for (UUID id : sheet.ids()) {
            ServiceView view = found.get(id);
            ServiceText text = view == null ? null : texts.of(view, words, base);
            int number = entries.size() + 1;
            entries.add(
                    new SheetEntry(
                            number,
                            id,
                            text,
                            text == null ? List.of() : SheetEntry.times(text, words),
                            number == 1 ? null : path + query(sheet.moved(id, -1), wallet),
                            number == sheet.size()
                                    ? null
                                    : path + query(sheet.moved(id, 1), wallet),
                            path + query(sheet.without(id), wallet)));
        }
        return entries;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static List<String> notices(CallSheet.Read read, Words words) {
        var notices = new ArrayList<String>();
        if (read.broken() > 0) {
            notices.add(words.say("callsheet.broken", read.broken()));
        }
        if (read.tooMany() > 0) {
            notices.add(words.say("callsheet.tooMany", CallSheet.MOST, read.tooMany()));
        }
        return notices;
    }

    private static Query query(CallSheet sheet, boolean wallet) {
        Query query = sheet.isEmpty() ? Query.parse(null) : Query.of(IDS, sheet.toString());
        return wallet ? query.with(SIZE, WALLET) : query;
    }
}
