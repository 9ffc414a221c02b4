package org.coalitionatlas.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.RememberMeAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings a person back after a restart of the server or the end of a session, for as long as one
 * working day.
 *
 * <p>Spring's persistent tokens change at every use and treat a second use of the old one as theft.
 * A portal page asks for several things at once after a restart, so the second of them would throw
 * the person out. Here the token stays the same, is random (256 bits), is stored only as a hash,
 * and ends at a fixed hour.
 */
final class RememberMe implements RememberMeServices, LogoutHandler {

    static final String COOKIE = "atlas-remembered";
    static final String PARAMETER = "remember-me";

    /** The provider that accepts our tokens must know the same key; it never leaves the process. */
    static final String KEY = "atlas";

    private final RememberedDevices devices;
    private final Persons persons;
    private final TransactionTemplate transactions;
    private final IdentityProperties properties;
    private final boolean alwaysSecure;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RememberMe(
            RememberedDevices devices,
            Persons persons,
            TransactionTemplate transactions,
            IdentityProperties properties,
            boolean alwaysSecure,
            Clock clock) {
        this.devices = devices;
        this.persons = persons;
        this.transactions = transactions;
        this.properties = properties;
        this.alwaysSecure = alwaysSecure;
        this.clock = clock;
    }

    @Override
    public @Nullable Authentication autoLogin(
            HttpServletRequest request, HttpServletResponse response) {
        String token = tokenOf(request);
        if (token == null) {
            return null;
        }
        Instant now = clock.instant();
        SignedIn person =
                transactions.execute(
                        status ->
                                devices.findByTokenHash(hash(token))
                                        .filter(device -> device.isGood(now))
                                        .flatMap(device -> persons.findById(device.personId()))
                                        .map(Person::signedIn)
                                        .filter(SignedIn::enabled)
                                        .orElse(null));
        if (person == null) {
            response.addCookie(cookie(request, "", 0));
            return null;
        }
        return new RememberMeAuthenticationToken(KEY, person, person.getAuthorities());
    }

    @Override
    public void loginSuccess(
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication authentication) {
        if (request.getParameter(PARAMETER) == null
                || !(authentication.getPrincipal() instanceof SignedIn person)) {
            return;
        }
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        transactions.executeWithoutResult(
                status -> {
                    devices.forgetExpired(now);
                    devices.save(
                            new RememberedDevice(
                                    person.id(),
                                    hash(token),
                                    now,
                                    now.plus(properties.rememberMe())));
                });
        response.addCookie(cookie(request, token, (int) properties.rememberMe().toSeconds()));
    }

    @Override
    public void loginFail(HttpServletRequest request, HttpServletResponse response) {
        // A wrong password says nothing about another person's device.
    }

    @Override
    public void logout(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication authentication) {
        String token = tokenOf(request);
        if (token != null) {
            transactions.executeWithoutResult(status -> devices.forget(hash(token)));
            response.addCookie(cookie(request, "", 0));
        }
    }

    private static @Nullable String tokenOf(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(COOKIE) && !cookie.getValue().isEmpty()) {
                return cookie.getValue();
            }
        }
        return null;
    }

    private Cookie cookie(HttpServletRequest request, String value, int seconds) {
        var cookie = new Cookie(COOKIE, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(alwaysSecure || request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(seconds);
        return cookie;
    }

    static String hash(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(
                            digest.digest(token.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
