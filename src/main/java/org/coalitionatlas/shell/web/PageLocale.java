package org.coalitionatlas.shell.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Enumeration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language of a plain HTML page. A published page has one language per address, so that it can
 * be cached and linked: Spanish under {@code /es}, English elsewhere. The sign-in pages follow
 * {@code ?lang=}, everything else the browser's own preference.
 */
@Component("localeResolver")
final class PageLocale implements LocaleResolver {

    private static final Locale SPANISH = Locale.forLanguageTag("es");

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        String path = path(request);
        if (path.equals("/es") || path.startsWith("/es/")) {
            return SPANISH;
        }
        String asked = request.getParameter("lang");
        if (asked != null) {
            return asked.equals("es") ? SPANISH : Locale.ENGLISH;
        }
        return isPublished(path) ? Locale.ENGLISH : preferred(request);
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        throw new UnsupportedOperationException("the address decides the language");
    }

    private static boolean isPublished(String path) {
        return path.equals("/")
                || path.equals("/directory")
                || path.startsWith("/directory/")
                || path.equals("/help")
                || path.startsWith("/help/")
                || path.startsWith("/embed/");
    }

    private static Locale preferred(HttpServletRequest request) {
        Enumeration<Locale> wanted = request.getLocales();
        while (wanted.hasMoreElements()) {
            String language = wanted.nextElement().getLanguage();
            if (language.equals("es")) {
                return SPANISH;
            }
            if (language.equals("en")) {
                return Locale.ENGLISH;
            }
        }
        return Locale.ENGLISH;
    }

    // An error page speaks the language of the page that failed.
    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String uri = failed instanceof String text ? text : request.getRequestURI();
        return uri.substring(request.getContextPath().length());
    }
}
