package org.coalitionatlas.identity;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Recognises long passwords that guessing programs try first: one short thing repeated, keyboard
 * runs, and everyday phrases of this product. Lists of leaked passwords hold few of 15 characters
 * and more; what remains guessable at that length is repetition and the obvious.
 */
@Component
class CommonPasswords {

    private static final Pattern REPEATED = Pattern.compile("(.{1,5})\\1{2,}.{0,4}");
    private static final Set<String> RUNS =
            Set.of(
                    "abcdefghijklmnopqrstuvwxyz",
                    "01234567890123456789012345",
                    "98765432109876543210987654",
                    "qwertyuiopasdfghjklzxcvbnm",
                    "1qaz2wsx3edc4rfv5tgb6yhn7ujm");
    private static final Set<String> PHRASES =
            Set.of(
                    "passwordpassword",
                    "coalitionatlas",
                    "humantrafficking",
                    "changemeplease",
                    "iloveyouforever",
                    "letmeinletmein",
                    "correcthorsebatterystaple",
                    "thisismypassword",
                    "administrator");

    boolean contains(String password) {
        String plain = password.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "");
        String letters = plain.replaceAll("[^a-z]", "");
        return REPEATED.matcher(plain).matches()
                || RUNS.stream().anyMatch(run -> run.contains(plain) || plain.contains(run))
                || PHRASES.contains(letters)
                || letters.replace("password", "").length() < 5 && letters.contains("password");
    }
}
