package org.coalitionatlas.mail;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.coalitionatlas.common.Email;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;

/**
 * Who stopped which messages. An address is known here only by a keyed hash, so that neither the
 * table nor a link in somebody's browser history says whose it is.
 */
@Component
public class MailOptOuts {

    private static final int SECRET_BYTES = 32;

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable SecretKeySpec secret;

    MailOptOuts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The purpose a link of a message speaks about; empty when the link is not one of ours.
     *
     * @param who keyed hash of the address
     */
    @PreAuthorize("permitAll()")
    public Optional<MailPurpose> purpose(String purpose, String who, String signature) {
        for (MailPurpose candidate : MailPurpose.values()) {
            if (code(candidate).equals(purpose)) {
                boolean ours =
                        MessageDigest.isEqual(
                                signature(candidate, who).getBytes(StandardCharsets.UTF_8),
                                signature.getBytes(StandardCharsets.UTF_8));
                return ours ? Optional.of(candidate) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Stops messages of the purpose; the link itself is the right to do so. */
    @PreAuthorize("permitAll()")
    public void stop(String purpose, String who, String signature) {
        purpose(purpose, who, signature)
                .ifPresent(
                        found ->
                                jdbc.sql(
                                                "insert ignore into mail_opt_out (who, purpose,"
                                                        + " stopped_at) values (?, ?, ?)")
                                        .params(who, found.name(), MailStore.utc(clock.instant()))
                                        .update());
    }

    /** Takes it back. */
    @PreAuthorize("permitAll()")
    public void resume(String purpose, String who, String signature) {
        purpose(purpose, who, signature)
                .ifPresent(
                        found ->
                                jdbc.sql("delete from mail_opt_out where who = ? and purpose = ?")
                                        .params(who, found.name())
                                        .update());
    }

    /** Path of the page on which the person at the address stops messages of the purpose. */
    String path(String address, MailPurpose purpose) {
        String who = who(address);
        return "/mail/stop/" + code(purpose) + "/" + who + "/" + signature(purpose, who);
    }

    boolean isStopped(String address, MailPurpose purpose) {
        return jdbc.sql("select count(*) from mail_opt_out where who = ? and purpose = ?")
                        .params(who(address), purpose.name())
                        .query(Long.class)
                        .single()
                > 0;
    }

    Set<Email> stopped(Collection<Email> addresses, MailPurpose purpose) {
        var byWho = new HashMap<String, Email>();
        addresses.forEach(address -> byWho.put(who(address.address()), address));
        if (byWho.isEmpty()) {
            return Set.of();
        }
        var stopped = new HashSet<Email>();
        jdbc.sql("select who from mail_opt_out where purpose = :purpose and who in (:who)")
                .param("purpose", purpose.name())
                .param("who", byWho.keySet())
                .query(
                        row -> {
                            stopped.add(byWho.get(row.getString(1)));
                        });
        return stopped;
    }

    private static String code(MailPurpose purpose) {
        return purpose.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String who(String address) {
        return keyed("address " + address.toLowerCase(Locale.ROOT));
    }

    private String signature(MailPurpose purpose, String who) {
        return keyed("stop " + purpose.name() + " " + who);
    }

    // Hexadecimal: MySQL compares text without regard to case.
    private String keyed(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret());
            byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 20);
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
                new SecureRandom().nextBytes(bytes);
                jdbc.sql("insert ignore into mail_secret (id, secret) values (1, ?)")
                        .param(Base64.getEncoder().encodeToString(bytes))
                        .update();
            }
            known = new SecretKeySpec(Base64.getDecoder().decode(stored().orElseThrow()), "HMAC");
            secret = known;
        }
        return known;
    }

    private Optional<String> stored() {
        return jdbc.sql("select secret from mail_secret where id = 1")
                .query(String.class)
                .optional();
    }
}
