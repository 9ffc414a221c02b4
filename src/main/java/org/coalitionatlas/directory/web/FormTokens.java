package org.coalitionatlas.directory.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Signs the forms of the published pages, which have no session: a form that comes back was made
 * here, for this very purpose, not long ago and not a moment ago. Says nothing of who asked for it,
 * so a person whose network changes meanwhile is not turned away.
 */
@Component
class FormTokens {

    /** Nobody reads and fills a form faster; programs do. */
    static final Duration SOONEST = Duration.ofSeconds(3);

    /** So long a form may stay open. */
    static final Duration LATEST = Duration.ofHours(6);

    private static final int SECRET_BYTES = 32;
    private static final int NONCE_BYTES = 9;
    private static final int LONGEST = 120;
    private static final int REMEMBERED = 50_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Boolean> used =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(LATEST).build();
    private volatile @Nullable SecretKeySpec secret;

    FormTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a token says about the form it came with. */
    enum Verdict {
        GOOD,
        /** Sent back sooner than a person can. */
        TOO_SOON,
        /** Open for too long, or never made here. */
        STALE,
        /** Its contents were taken already. */
        USED
    }

    /**
     * A token for a form.
     *
     * @param purpose what the form is for and about; a token counts for no other
     */
    String issue(String purpose) {
        return issue(purpose, clock.instant());
    }

    String issue(String purpose, Instant now) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        String head = Long.toString(now.toEpochMilli(), Character.MAX_RADIX) + "." + text(nonce);
        return head + "." + signature(purpose, head);
    }

    Verdict judge(String token, String purpose) {
        int end = token.lastIndexOf('.');
        int dot = token.indexOf('.');
        if (token.length() > LONGEST || dot < 1 || dot == end) {
            return Verdict.STALE;
        }
        String head = token.substring(0, end);
        boolean ours =
                MessageDigest.isEqual(
                        signature(purpose, head).getBytes(StandardCharsets.US_ASCII),
                        token.substring(end + 1).getBytes(StandardCharsets.UTF_8));
        if (!ours) {
            return Verdict.STALE;
        }
        Instant made =
                Instant.ofEpochMilli(Long.parseLong(token.substring(0, dot), Character.MAX_RADIX));
        Duration age = Duration.between(made, clock.instant());
        if (age.compareTo(LATEST) > 0) {
            return Verdict.STALE;
        }
        if (age.compareTo(SOONEST) < 0) {
            return Verdict.TOO_SOON;
        }
        return used.getIfPresent(head) == null ? Verdict.GOOD : Verdict.USED;
    }

    /** Takes the token out of use, so that sending a page twice does not propose twice. */
    void use(String token) {
        used.put(token.substring(0, token.lastIndexOf('.')), true);
    }

    private String signature(String purpose, String head) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret());
            return text(mac.doFinal((purpose + "\n" + head).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    // Made on first use; of two nodes that make one at once, the database keeps the first.
    private SecretKeySpec secret() {
        SecretKeySpec known = secret;
        if (known == null) {
            if (stored().isEmpty()) {
                byte[] bytes = new byte[SECRET_BYTES];
                random.nextBytes(bytes);
                jdbc.sql("insert ignore into form_secret (id, secret) values (1, ?)")
                        .param(Base64.getEncoder().encodeToString(bytes))
                        .update();
            }
            known =
                    new SecretKeySpec(
                            Base64.getDecoder().decode(stored().orElseThrow()), ALGORITHM);
            secret = known;
        }
        return known;
    }

    private Optional<String> stored() {
        return jdbc.sql("select secret from form_secret where id = 1")
                .query(String.class)
                .optional();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
