package org.coalitionatlas.capacity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.coalitionatlas.common.BrokenReferenceData;
import org.coalitionatlas.common.LocalText;
import org.coalitionatlas.common.ReferenceFile;
import org.coalitionatlas.common.ReferenceFile.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Reads one version of a questionnaire and refuses what contradicts itself.
 *
 * @param file path below {@code data/}
 * @param order where the questionnaire stands among the others
 */
record InstrumentFile(String file, int order, Instrument instrument) {

    // Keys stand in addresses, in columns of the database and in the CSV file.
    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_KEY = 40;

    /**
     * Reads the file.
     *
     * @throws BrokenReferenceData with line and reason
     */
    static InstrumentFile read(String file) {
        Entry root =
                ReferenceFile.yaml(file)
                        .only(
                                "code",
                                "version",
                                "order",
                                "title",
                                "about",
                                "source",
                                "credit",
                                "sections");
        String code = key(root, "code");
        int version = root.integer("version");
        if (!file.endsWith("/" + code + "-" + version + ".yaml")) {
            throw root.broken(
                    "version " + version + " belongs in " + code + "-" + version + ".yaml");
        }
        var instrument =
                new Instrument(
                        code,
                        version,
                        words(root, "title"),
                        words(root, "about"),
                        root.text("source"),
                        words(root, "credit"),
                        new Reader().sections(root));
        return new InstrumentFile(file, root.integer("order"), instrument);
    }

    /**
     * Refuses two files with one version, and an item whose wording counts backwards.
     *
     * @param files sorted by code and version
     */
    static void requireOneHistory(List<InstrumentFile> files) {
        var wordings = new HashMap<AnswerKey, Integer>();
        var seen = new HashSet<String>();
        for (InstrumentFile file : files) {
            Instrument instrument = file.instrument;
            if (!seen.add(instrument.code() + " " + instrument.version())) {
                throw file.broken("version " + instrument.version() + " exists twice");
            }
            instrument
                    .items()
                    .forEach(
                            item -> {
                                var inHistory = new AnswerKey(instrument.code(), item.key());
                                int former = wordings.getOrDefault(inHistory, 1);
                                if (item.wording() < former) {
                                    throw file.broken(
                                            "wording of \""
                                                    + item.key()
                                                    + "\" is "
                                                    + item.wording()
                                                    + ", an earlier version had "
                                                    + former);
                                }
                                wordings.put(inHistory, item.wording());
                            });
        }
    }

    private BrokenReferenceData broken(String reason) {
        return new BrokenReferenceData(file, 1, reason);
    }

    private static String key(Entry entry, String name) {
        String key = entry.text(name);
        if (key.length() > LONGEST_KEY || !KEY.matcher(key).matches()) {
            throw entry.get(name)
                    .broken(
                            "\""
                                    + key
                                    + "\" is no key: lower-case letters, digits and single hyphens,"
                                    + " at most "
                                    + LONGEST_KEY);
        }
        return key;
    }

    private static LocalText words(Entry entry, String name) {
        LocalText words = entry.localText(name);
        if (words.en().isBlank() || words.es().isBlank()) {
            throw entry.get(name).broken("words are missing in one of the languages");
        }
        return words;
    }

    /** What has been read so far, since numbers and conditions look back. */
    private static final class Reader {

        private final Map<String, Item> earlier = new HashMap<>();
        private final Set<AnswerKey> answerable = new HashSet<>();
        private final Set<String> sections = new HashSet<>();
        private int count;

        List<Section> sections(Entry root) {
            var read = new ArrayList<Section>();
            for (Entry entry : nonEmpty(root, "sections")) {
                entry.only("number", "title", "items");
                String number = entry.text("number");
                if (!sections.add(number)) {
                    throw entry.broken("section " + number + " occurs twice");
                }
                var items = new ArrayList<Item>();
                for (Entry item : nonEmpty(entry, "items")) {
                    count++;
                    items.add(item(item, number, items.size() + 1));
                }
                read.add(new Section(number, words(entry, "title"), List.copyOf(items)));
            }
            return List.copyOf(read);
        }

        private Item item(Entry entry, String section, int position) {
            entry.only(
                    "key",
                    "number",
                    "wording",
                    "kind",
                    "question",
                    "aim",
                    "help",
                    "parts",
                    "shown_when",
                    "source");
            String key = key(entry, "key");
            ItemKind kind = kind(entry);
            Item.Condition condition = condition(entry);
            List<Item.Part> parts = parts(entry, key, kind);
            if (kind == ItemKind.NARRATIVE && !parts.isEmpty()) {
                throw entry.get("parts").broken("a narrative has no parts");
            }
            if (kind == ItemKind.NARRATIVE && entry.find("aim") != null) {
                throw entry.get("aim").broken("a narrative is neither good nor bad");
            }
            Integer wording = entry.optionalInteger("wording");
            if (wording != null && wording < 1) {
                throw entry.get("wording").broken("the first wording is 1");
            }
            var item =
                    new Item(
                            key,
                            number(entry, section, position),
                            wording == null ? 1 : wording,
                            kind,
                            words(entry, "question"),
                            kind == ItemKind.NARRATIVE ? null : words(entry, "aim"),
                            entry.find("help") == null ? null : words(entry, "help"),
                            parts,
                            condition,
                            entry.text("source"));
            if (earlier.put(key, item) != null) {
                throw entry.broken("item \"" + key + "\" occurs twice");
            }
            if (parts.isEmpty() && kind != ItemKind.NARRATIVE) {
                answerable.add(new AnswerKey(key, AnswerKey.WHOLE));
            }
            return item;
        }

        private String number(Entry entry, String section, int position) {
            String number = entry.text("number");
            List<String> expected =
                    List.of(
                            section + "." + position,
                            String.valueOf(count),
                            String.valueOf((char) ('a' + count - 1)));
            if (!expected.contains(number)) {
                throw entry.get("number")
                        .broken("\"" + number + "\" is not one of " + String.join(", ", expected));
            }
            return number;
        }

        private static ItemKind kind(Entry entry) {
            String kind = entry.text("kind");
            for (ItemKind known : ItemKind.values()) {
                if (known.name().toLowerCase(Locale.ROOT).equals(kind)) {
                    return known;
                }
            }
            throw entry.get("kind").broken("unknown kind \"" + kind + "\"");
        }

        private List<Item.Part> parts(Entry entry, String item, ItemKind kind) {
            List<Entry> parts = entry.list("parts");
            if (parts.size() == 1) {
                throw parts.getFirst().broken("one part alone is the item itself");
            }
            Entry.requireUnique(parts, "key");
            var read = new ArrayList<Item.Part>();
            for (Entry part : parts) {
                part.only("key", "label", "shown_when");
                String key = key(part, "key");
                read.add(new Item.Part(key, words(part, "label"), condition(part)));
                if (kind != ItemKind.NARRATIVE) {
                    answerable.add(new AnswerKey(item, key));
                }
            }
            return List.copyOf(read);
        }

        // Only what comes before can be referred to, so conditions cannot go in circles.
        private Item.@Nullable Condition condition(Entry entry) {
            Entry condition = entry.find("shown_when");
            if (condition == null) {
                return null;
            }
            condition.only("item", "part", "answers");
            String item = condition.text("item");
            if (answerable.stream().noneMatch(place -> place.item().equals(item))
                    && !earlier.containsKey(item)) {
                throw condition.broken("no earlier item \"" + item + "\"");
            }
            String part = condition.optionalText("part");
            var place = new AnswerKey(item, part == null ? AnswerKey.WHOLE : part);
            if (!answerable.contains(place)) {
                throw condition.broken("item \"" + item + "\" offers no answers there");
            }
            return new Item.Condition(
                    place, nonEmpty(condition, "answers").stream().map(Reader::choice).toList());
        }

        private static Choice choice(Entry entry) {
            for (Choice known : Choice.values()) {
                if (known.name().toLowerCase(Locale.ROOT).equals(entry.text())) {
                    return known;
                }
            }
            throw entry.broken("unknown answer \"" + entry.text() + "\"");
        }

        private static List<Entry> nonEmpty(Entry entry, String name) {
            List<Entry> entries = entry.list(name);
            if (entries.isEmpty()) {
                throw entry.broken("\"" + name + "\" is missing");
            }
            return entries;
        }
    }
}
