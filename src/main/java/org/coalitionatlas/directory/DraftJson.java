package org.coalitionatlas.directory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.coalitionatlas.common.PostalAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Drafts as they are kept in the history and in proposals. A draft kept before a field existed is
 * read with that field as an empty draft has it.
 */
@Component
class DraftJson {

    private final JsonMapper mapper;

    DraftJson(ViewJson json) {
        this.mapper =
                json.mapper()
                        .rebuild()
                        .disable(
                                tools.jackson.databind.DeserializationFeature
                                        .FAIL_ON_UNKNOWN_PROPERTIES)
                        .build();
    }

    /**
     * A proposal laid over what stands by now.
     *
     * @param draft what approving it makes of the record
     * @param conflicts names of the fields that both the proposal and somebody else changed since
     *     it was written, each to something different; the draft has the proposal's
     */
    record Merged(Object draft, List<String> conflicts) {}

    String write(Object draft) {
        return mapper.writeValueAsString(draft);
    }

    Object read(RecordKind kind, String json) {
        return mapper.treeToValue(complete(kind, (ObjectNode) mapper.readTree(json)), kind.draft());
    }

    /**
     * Lays what was proposed over what stands, field by field, so that an approval does not take
     * back what others changed meanwhile.
     *
     * @param base what stood when the proposal was written
     */
    Merged merge(RecordKind kind, String base, String proposed, Object standing) {
        ObjectNode was = complete(kind, (ObjectNode) mapper.readTree(base));
        ObjectNode wanted = complete(kind, (ObjectNode) mapper.readTree(proposed));
        ObjectNode now = mapper.valueToTree(standing);
        var names = new TreeSet<>(was.propertyNames());
        names.addAll(wanted.propertyNames());
        names.addAll(now.propertyNames());
        ObjectNode merged = mapper.createObjectNode();
        var conflicts = new ArrayList<String>();
        for (String name : names) {
            JsonNode before = was.get(name);
            JsonNode mine = wanted.get(name);
            JsonNode theirs = now.get(name);
            boolean untouched = Objects.equals(mine, before);
            JsonNode value = untouched ? theirs : mine;
            if (!untouched && !Objects.equals(theirs, before) && !Objects.equals(theirs, mine)) {
                conflicts.add(name);
            }
            if (value != null) {
                merged.set(name, value);
            }
        }
        return new Merged(mapper.treeToValue(merged, kind.draft()), List.copyOf(conflicts));
    }

    /**
     * Makes one draft of two, field by field.
     *
     * @param takes where each field comes from; one that is not named comes from the first
     */
    Object combined(RecordKind kind, Object one, Object other, Map<String, Take> takes) {
        ObjectNode first = mapper.valueToTree(one);
        ObjectNode second = mapper.valueToTree(other);
        ObjectNode combined = complete(kind, first);
        takes.forEach(
                (field, take) -> {
                    JsonNode mine = first.get(field);
                    JsonNode theirs = second.get(field);
                    JsonNode value =
                            switch (take) {
                                case ONE -> mine;
                                case OTHER -> theirs;
                                case BOTH -> united(mine, theirs);
                            };
                    if (value == null) {
                        combined.remove(field);
                    } else {
                        combined.set(field, value);
                    }
                });
        return mapper.treeToValue(combined, kind.draft());
    }

    /**
     * What keeps most of two drafts: lists are united, and a field the first leaves empty comes
     * from the second.
     */
    Map<String, Take> best(RecordKind kind, Object one, Object other) {
        ObjectNode first = mapper.valueToTree(one);
        ObjectNode second = mapper.valueToTree(other);
        JsonNode nothing = mapper.valueToTree(empty(kind));
        var takes = new TreeMap<String, Take>();
        var names = new TreeSet<>(first.propertyNames());
        names.addAll(second.propertyNames());
        for (String name : names) {
            JsonNode mine = first.get(name);
            JsonNode theirs = second.get(name);
            boolean mineSilent = mine == null || mine.equals(nothing.get(name));
            boolean theirsSilent = theirs == null || theirs.equals(nothing.get(name));
            if (mineSilent && !theirsSilent) {
                takes.put(name, Take.OTHER);
            } else if (!theirsSilent && isList(mine) && isList(theirs)) {
                takes.put(name, Take.BOTH);
            } else {
                takes.put(name, Take.ONE);
            }
        }
        return takes;
    }

    /** Whether the field of both drafts is a list, which can be united. */
    boolean isList(Object draft, String field) {
        return isList(mapper.valueToTree(draft).get(field));
    }

    private static boolean isList(@Nullable JsonNode node) {
        return node != null && (node.isArray() || node.path("codes").isArray());
    }

    private @Nullable JsonNode united(@Nullable JsonNode mine, @Nullable JsonNode theirs) {
        if (mine == null || theirs == null || !isList(mine) || !isList(theirs)) {
            return mine == null ? theirs : mine;
        }
        ArrayNode union = mapper.createArrayNode();
        var known = new HashSet<String>();
        for (JsonNode list : List.of(mine, theirs)) {
            for (JsonNode element : list.isArray() ? list : list.path("codes")) {
                // The same number with another remark is the same number.
                String name =
                        element.has("number")
                                ? element.path("number") + "/" + element.path("extension")
                                : element.toString();
                if (known.add(name)) {
                    union.add(element);
                }
            }
        }
        if (mine.isArray()) {
            return union;
        }
        var codes = new TreeSet<String>();
        union.forEach(code -> codes.add(code.asString()));
        return mapper.valueToTree(CodeSet.of(codes));
    }

    private ObjectNode complete(RecordKind kind, ObjectNode read) {
        ObjectNode complete = mapper.valueToTree(empty(kind));
        complete.setAll(read);
        return complete;
    }

    private static Object empty(RecordKind kind) {
        return switch (kind) {
            case ORGANIZATION -> OrganizationDraft.named("-", "other");
            case SERVICE -> ServiceDraft.named("-");
            case LOCATION ->
                    new LocationDraft(
                            null,
                            PostalAddress.UNKNOWN,
                            null,
                            null,
                            AddressVisibility.HIDDEN,
                            null,
                            OpeningHours.NOT_STATED,
                            List.of());
            case CONTACT ->
                    new ContactDraft("-", null, null, Audience.COORDINATORS, List.of(), List.of());
        };
    }

    /** The name under which people know what a draft describes. */
    static String label(Object draft) {
        String label =
                switch (draft) {
                    case OrganizationDraft organization -> organization.name();
                    case ServiceDraft service -> service.name();
                    case ContactDraft contact -> contact.name();
                    case LocationDraft location -> label(location);
                    default -> throw new IllegalArgumentException(draft.getClass().getName());
                };
        return label.length() <= 255 ? label : label.substring(0, 255);
    }

    // The label is read by those who may write the record only; still no street is put into it.
    private static String label(LocationDraft location) {
        @Nullable String name = location.name();
        return name != null ? name : Objects.requireNonNullElse(location.address().city(), "-");
    }
}
