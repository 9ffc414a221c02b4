package org.coalitionatlas.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.coalitionatlas.taxonomy.Need;

/**
 * Invented names and descriptions: the words of the needs, between words as directories use them,
 * so that the terms of the index are as frequent and as varied as in a real one.
 */
final class Vocabulary {

    private static final List<String> FIRST =
            words(
                    "Harbor Lantern Maple Prairie Cedar Riverbend Summit Beacon Willow Juniper"
                            + " Meadow Compass Anchor Bridge Haven Horizon Lakeside Northgate Oakwood"
                            + " Pine Quarry Redwood Sunrise Tamarack Union Valley Westbrook Aspen"
                            + " Birchwood Canyon Delta Eastfield Foxglove Granite Hawthorn Ironwood"
                            + " Jasper Kestrel Larkspur Magnolia Newfield Orchard Pioneer Quail Ridge"
                            + " Stonegate Thistle Upland Violet Wheatland Yarrow Zephyr Amber Bluebird"
                            + " Cornerstone Daybreak Evergreen Firefly Goldfinch Heartland Ivy Keystone"
                            + " Lighthouse Morningstar Nightingale Open Passage Rosewood Sparrow"
                            + " Threshold Waypoint Crossroads Hope Dignity Refuge Solace Liberty"
                            + " Esperanza Alianza Camino Puente Raíces Semilla Luz Nueva");
    private static final List<String> SECOND =
            words(
                    "House Center Alliance Network Project Coalition Services Partners Collective"
                            + " Foundation Community Initiative Resource Family Outreach Council Agency"
                            + " Association Institute Clinic Ministries Mission Commons Circle Works"
                            + " Link Support Advocates Trust League");
    private static final List<String> PROGRAM =
            words(
                    "Program Services Support Project Team Clinic Assistance Line Center Navigation"
                            + " Outreach Unit Desk Access Response Care Referral Group");
    private static final List<String> STREETS =
            words(
                    "Main Oak Elm Washington Lincoln Church Park Mill Lake Hill Walnut Spring"
                            + " Chestnut Franklin Jefferson Madison Broadway Market Union Pearl State"
                            + " Cherry Grove Highland Railroad Center Water School Prospect Pleasant");
    private static final List<String> STREET_KINDS = words("St Ave Rd Blvd Dr Ln Way Pkwy");
    private static final List<String> GIVEN =
            words(
                    "Alma Benita Carlos Dana Elias Farah Grace Hector Imani Jonah Keisha Lena"
                            + " Miguel Nadia Omar Paula Quentin Rosa Samuel Tamika Ulises Vera Wendell"
                            + " Ximena Yusuf Zora Adele Bruno Celia Dmitri Esther Felix Gloria Hiro"
                            + " Irene Jamal Karina Luis Marta Noor Olivia Pedro Ruth Sofia Theo Valeria");
    private static final List<String> FAMILY =
            words(
                    "Abbott Becerra Castillo Dawson Egan Fontaine Gutierrez Haddad Ibarra Jansen"
                            + " Kowalski Lindqvist Marquez Nakamura Okafor Pruitt Quintana Ramsey"
                            + " Sandoval Thornton Underhill Vasquez Whitaker Xiong Yoder Zamora Ashford"
                            + " Bellamy Cordova Delacroix Estrada Ferris Goldstein Holloway Ingram"
                            + " Jeffers Kimball Lozano Mbeki Novak Ortega Petrov Reyes Santoro Tran");
    private static final List<String> TITLES =
            List.of(
                    "Program director",
                    "Case manager",
                    "Intake coordinator",
                    "Victim advocate",
                    "Executive director",
                    "Outreach worker",
                    "Staff attorney",
                    "Shelter manager",
                    "Clinical supervisor",
                    "Community liaison");
    private static final List<String> OPENINGS =
            List.of(
                    "Offers %s to people in the area",
                    "Provides %s at no cost",
                    "We help with %s and with what comes after",
                    "A team trained in %s answers calls and plans the next step with each person",
                    "Staff meet people where they are and arrange %s",
                    "Connects adults and young people to %s",
                    "Free and confidential %s",
                    "Trained advocates explain %s in plain words");
    private static final List<String> MIDDLES =
            List.of(
                    "The program also covers %s",
                    "On request, %s can be arranged within a few days",
                    "Participants may be referred to partner agencies for %s",
                    "Each plan looks at %s, at money and at the people somebody trusts",
                    "Groups about %s meet every week",
                    "Transportation to appointments for %s can be requested when calling",
                    "Nobody is asked about immigration status when asking for %s",
                    "Help with %s is available for as long as it is useful");
    private static final List<String> CLOSINGS =
            List.of(
                    "Walk-ins are welcome until one hour before closing",
                    "Please call first; the waiting list is reviewed on Mondays",
                    "Bring an identification document if you have one",
                    "Children may stay with their parent during the visit",
                    "The building has an elevator and a ramp on the north side",
                    "Interpreters are arranged by telephone",
                    "Records are kept apart from those of other programs",
                    "Funding comes from the county, the state and private donors",
                    "Evening appointments are possible twice a month",
                    "A person answers within one business day");
    private static final List<String> SPANISH =
            List.of(
                    "Atendemos en español: %s",
                    "También hay personal que habla español para %s",
                    "Servicio gratuito y confidencial de %s");

    private Vocabulary() {}

    static String organizationName(RandomGenerator random, String city) {
        String first = pick(random, FIRST);
        String second = pick(random, SECOND);
        return switch (random.nextInt(4)) {
            case 0 -> city + " " + first + " " + second;
            case 1 -> first + " " + second + " of " + city;
            case 2 -> first + " " + pick(random, FIRST) + " " + second;
            default -> first + " " + second;
        };
    }

    static String serviceName(RandomGenerator random, Need main) {
        String about = capitalized(random.nextInt(3) == 0 ? label(main) : wordOf(random, main));
        return switch (random.nextInt(3)) {
            case 0 -> pick(random, FIRST) + " " + about + " " + pick(random, PROGRAM);
            case 1 -> about + " and " + capitalized(wordOf(random, main));
            default -> about + " " + pick(random, PROGRAM);
        };
    }

    /**
     * @param most characters; half of the texts are below 250, some reach 900
     */
    static String description(RandomGenerator random, List<Need> needs, boolean spanish) {
        int wanted = Math.clamp((long) (220 * Math.exp(0.6 * random.nextGaussian())), 60, 850);
        var text = new StringBuilder();
        text.append(sentence(random, OPENINGS, needs));
        if (spanish) {
            Need need = pick(random, needs);
            text.append(' ')
                    .append(
                            pick(random, SPANISH)
                                    .formatted(need.label().es().toLowerCase(Locale.ROOT)))
                    .append('.');
        }
        while (text.length() < wanted) {
            String next =
                    random.nextInt(3) == 0
                            ? pick(random, CLOSINGS) + "."
                            : sentence(random, MIDDLES, needs);
            if (text.length() + next.length() >= 899) {
                break;
            }
            text.append(' ').append(next);
        }
        return text.toString();
    }

    static String street(RandomGenerator random) {
        return (1 + random.nextInt(4800))
                + " "
                + (random.nextInt(4) == 0 ? "N " : "")
                + pick(random, STREETS)
                + " "
                + pick(random, STREET_KINDS);
    }

    static String person(RandomGenerator random) {
        return pick(random, GIVEN) + " " + pick(random, FAMILY);
    }

    static String title(RandomGenerator random) {
        return pick(random, TITLES);
    }

    static <T> T pick(RandomGenerator random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String sentence(
            RandomGenerator random, List<String> patterns, List<Need> needs) {
        Need need = pick(random, needs);
        String about =
                random.nextBoolean()
                        ? wordOf(random, need)
                        : wordOf(random, need) + " and " + wordOf(random, need);
        return pick(random, patterns).formatted(about) + ".";
    }

    private static String wordOf(RandomGenerator random, Need need) {
        List<String> known = new ArrayList<>(need.synonyms());
        return known.isEmpty() || random.nextInt(4) == 0
                ? label(need).toLowerCase(Locale.ROOT)
                : pick(random, known);
    }

    private static String label(Need need) {
        return need.label().en().replace("/ ", " and ");
    }

    private static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }
}
