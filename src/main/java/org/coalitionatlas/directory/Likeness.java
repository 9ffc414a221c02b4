package org.coalitionatlas.directory;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How alike two records are, and by what. The one rule by which forms, imports and the search for
 * pairs decide.
 *
 * <p>Names weigh most: their likeness above {@value #STRANGERS}, stretched to 0 to 1, counts
 * {@value #NAME}. On top of it come the same phone ({@value #PHONE}), the same street and ZIP
 * ({@value #PLACE}), the same page ({@value #SITE}; only the same host {@value #HOST}) and the same
 * e-mail domain ({@value #DOMAIN}). Off it go ZIP codes that all differ ({@value #OTHER_ZIP}),
 * phones that all differ ({@value #OTHER_PHONE}) and hosts that differ ({@value #OTHER_SITE}):
 * chapters of one network have the same name and stand elsewhere.
 *
 * <p>Names that are strangers to each other are never alike ({@value #NAMES_APART} at most): sister
 * programs share a switchboard, a house and a site. Members of one family (services of an
 * organization, programs of a parent) share those by right, so only name and place count among
 * them. Services of different organizations are alike only when their organizations are.
 *
 * @param score from 0 to 1; {@link #LIKELY} and above is worth a person's look
 * @param name likeness of the names, from 0 to 1
 * @param signs what else they have in common
 */
public record Likeness(double score, double name, Set<Sign> signs) {

    /** From here on, two records are shown to a person as likely the same. */
    public static final double LIKELY = 0.6;

    /** Likeness of the names from which an import may take a record with the same phone for it. */
    public static final double SAME_NAME = 0.9;

    static final double STRANGERS = 0.6;
    static final double NAME = 0.65;
    static final double PHONE = 0.25;
    static final double PLACE = 0.2;
    static final double SITE = 0.2;
    static final double HOST = 0.05;
    static final double DOMAIN = 0.05;
    static final double OTHER_ZIP = 0.15;
    static final double OTHER_PHONE = 0.05;
    static final double OTHER_SITE = 0.05;
    static final double NAMES_APART = 0.55;

    /** Something two records have in common beside their names. */
    public enum Sign {
        PHONE,
        ADDRESS,
        SITE,
        EMAIL
    }

    /** Keeps the signs in their order. */
    public Likeness {
        signs = signs.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(signs));
    }

    /** Whether a person should look at the two. */
    public boolean isLikely() {
        return score >= LIKELY;
    }

    /** Whether name and phone agree so far that an import may take one for the other. */
    public boolean isSame() {
        return name >= SAME_NAME && signs.contains(Sign.PHONE);
    }

    /** The names' likeness in percent, rounded down: only the same name is 100 % alike. */
    public int namePercent() {
        return (int) Math.floor(name * 100 + 1e-9);
    }

    static Likeness of(Traits one, Traits other) {
        double name = best(one.names(), other.names());
        double stretched = stretched(name);
        boolean family = one.family() != null && one.family().equals(other.family());
        if (!family && !one.owners().isEmpty() && !other.owners().isEmpty()) {
            double owners = stretched(best(one.owners(), other.owners()));
            stretched = owners == 0 ? 0 : (stretched + owners) / 2 * Math.signum(stretched);
        }
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        double evidence = family ? 0 : shared(one, other, signs);
        double doubts = doubts(one, other, family);
        double score =
                stretched == 0
                        ? Math.min(NAMES_APART, evidence)
                        : Math.clamp(NAME * stretched + evidence - doubts, 0, 1);
        return new Likeness(score, name, signs);
    }

    private static double shared(Traits one, Traits other, Set<Sign> signs) {
        double evidence = 0;
        if (Traits.share(one.phones(), other.phones())) {
            signs.add(Sign.PHONE);
            evidence += PHONE;
        }
        if (Traits.share(one.places(), other.places())) {
            signs.add(Sign.ADDRESS);
            evidence += PLACE;
        }
        if (Traits.share(one.sites(), other.sites())) {
            signs.add(Sign.SITE);
            evidence += SITE;
        } else if (Traits.share(one.hosts(), other.hosts())) {
            evidence += HOST;
        }
        if (Traits.share(one.domains(), other.domains())) {
            signs.add(Sign.EMAIL);
            evidence += DOMAIN;
        }
        return evidence;
    }

    private static double doubts(Traits one, Traits other, boolean family) {
        double doubts = Traits.differ(one.zips(), other.zips()) ? OTHER_ZIP : 0;
        if (family) {
            return doubts;
        }
        doubts += Traits.differ(one.phones(), other.phones()) ? OTHER_PHONE : 0;
        return doubts + (Traits.differ(one.hosts(), other.hosts()) ? OTHER_SITE : 0);
    }

    private static double best(List<NameWords> ones, List<NameWords> others) {
        double best = 0;
        for (NameWords one : ones) {
            for (NameWords other : others) {
                best = Math.max(best, one.likeness(other));
            }
        }
        return best;
    }

    private static double stretched(double name) {
        return Math.max(0, (name - STRANGERS) / (1 - STRANGERS));
    }
}
