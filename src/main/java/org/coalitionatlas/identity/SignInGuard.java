package org.coalitionatlas.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.coalitionatlas.common.Networks;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows guessing down without ever locking an account: an address that failed too often waits, an
 * account that was tried too often answers late, and its owner still gets in with the right
 * password. Also ends sessions that are older than a working day.
 */
@Component
class SignInGuard extends OncePerRequestFilter implements AuthenticationFailureHandler {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final Duration LATE = Duration.ofSeconds(2);
    private static final int REMEMBERED_SOURCES = 100_000;
    private static final int LONGEST_EMAIL = 254;
    private static final String TYPED = SignInGuard.class.getName() + ".typed";
    private static final String FAILED = SignInGuard.class.getName() + ".failed";

    private final IdentityProperties properties;
    private final Clock clock;
    private final LoadingCache<String, Bucket> failuresByAddress;
    private final LoadingCache<String, Bucket> failuresByAccount;

    SignInGuard(IdentityProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        this.failuresByAddress = buckets(properties.signInPerAddress());
        this.failuresByAccount = buckets(properties.signInPerAccount());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        endIfTooOld(request);
        if (isSignIn(request)) {
            tryToSignIn(request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    // Every try counts as a failure until it is none: many at once must not all pass before the
    // first of them has failed.
    private void tryToSignIn(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Bucket ofAddress = failuresByAddress.get(Networks.source(request.getRemoteAddr()));
        if (!ofAddress.tryConsume(1)) {
            sendBack(request, response, "wait");
            return;
        }
        if (failuresByAccount.get(account(request)).getAvailableTokens() == 0) {
            LockSupport.parkNanos(LATE.toNanos());
        }
        chain.doFilter(request, response);
        if (request.getAttribute(FAILED) == null) {
            ofAddress.addTokens(1);
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException exception)
            throws IOException {
        if (exception instanceof BoundedPasswords.Busy) {
            sendBack(request, response, "wait");
            return;
        }
        request.setAttribute(FAILED, true);
        failuresByAccount.get(account(request)).tryConsume(1);
        sendBack(request, response, "failed");
    }

    private void endIfTooOld(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null
                && Instant.ofEpochMilli(session.getCreationTime())
                        .plus(properties.absoluteSession())
                        .isBefore(clock.instant())) {
            session.invalidate();
        }
    }

    /**
     * The address that was typed in the sign-in before this one, if that failed; told once. It says
     * nothing of whether anybody has an account with it.
     */
    static @Nullable String typed(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(TYPED) instanceof String email)) {
            return null;
        }
        session.removeAttribute(TYPED);
        return email;
    }

    // The language asked for stays, and so does the address typed: in the session that came with
    // the form, because in the page's address it would end up in logs and histories.
    private static void sendBack(
            HttpServletRequest request, HttpServletResponse response, String what)
            throws IOException {
        String language = request.getParameter("lang");
        String kept = "es".equals(language) || "en".equals(language) ? "&lang=" + language : "";
        HttpSession session = request.getSession(false);
        String email = request.getParameter("email");
        if (session != null && email != null && email.length() <= LONGEST_EMAIL) {
            session.setAttribute(TYPED, email);
        }
        response.sendRedirect(request.getContextPath() + "/login?" + what + kept);
    }

    private static boolean isSignIn(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && request.getRequestURI().equals(request.getContextPath() + "/login");
    }

    private static String account(HttpServletRequest request) {
        String email = request.getParameter("email");
        return email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
    }

    private static LoadingCache<String, Bucket> buckets(int failures) {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED_SOURCES)
                .expireAfterAccess(WINDOW.multipliedBy(2))
                .build(
                        key ->
                                Bucket.builder()
                                        .addLimit(
                                                limit ->
                                                        limit.capacity(failures)
                                                                .refillGreedy(failures, WINDOW))
                                        .build());
    }
}
