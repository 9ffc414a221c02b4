package org.coalitionatlas.demo;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.Choice;
import org.coalitionatlas.capacity.ReviewComment;
import org.coalitionatlas.capacity.Word;
import org.coalitionatlas.common.ReferenceFile.Entry;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.identity.SignedIn;
import org.coalitionatlas.identity.SystemActor;

/** Fills in the demo coalition's checklists, as its people would have. */
final class DemoResponses {

    private final DemoDesk desk;
    private final DemoClock clock;

    DemoResponses(DemoDesk desk, DemoClock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Loads one response.
     *
     * @param organization whose it is
     * @param people the demo's accounts by name; anybody else named in the file speaks for the
     *     organization without one
     */
    void load(Entry e, UUID organization, Map<String, SignedIn> people) {
        e.only(
                "organization",
                "instrument",
                "cycle",
                "by",
                "opened_days_ago",
                "answered_days_ago",
                "choices",
                "texts",
                "notes",
                "later",
                "links",
                "share_narratives",
                "steps");
        SignedIn member = people.getOrDefault(e.text("by"), somebody(e.text("by"), organization));
        UUID id =
                SystemActor.callAs(
                        member,
                        () -> {
                            UUID[] opened = new UUID[1];
                            clock.daysAgo(
                                    e.integer("opened_days_ago"),
                                    () ->
                                            opened[0] =
                                                    desk.openResponse(
                                                            organization,
                                                            e.text("instrument"),
                                                            e.text("cycle")));
                            return opened[0];
                        });
        as(member, e.integer("answered_days_ago"), () -> answers(id, e));
        for (Entry step : e.list("steps")) {
            step.only("verb", "by", "days_ago", "comments", "reason", "choices", "texts");
            SignedIn who = people.getOrDefault(step.text("by"), member);
            as(who, step.integer("days_ago"), () -> step(id, step));
        }
    }

    private void answers(UUID id, Entry e) {
        each(
                e,
                "choices",
                (place, said) ->
                        desk.say(
                                id,
                                place,
                                new Word.Chosen(
                                        null,
                                        DemoStory.named(
                                                Choice.class, said, said.text(), "answer"))));
        each(e, "texts", (place, said) -> desk.say(id, place, new Word.Written(null, said.text())));
        each(e, "notes", (place, said) -> desk.say(id, place, new Word.Noted(null, said.text())));
        e.list("later")
                .forEach(
                        place ->
                                place.checked(
                                        () -> {
                                            desk.say(
                                                    id, place(place.text()), new Word.PutOff(true));
                                            return id;
                                        }));
        for (Entry link : e.list("links")) {
            link.only("item", "title", "url");
            desk.link(id, link.text("item"), link.text("title"), link.text("url"));
        }
        if (e.flag("share_narratives")) {
            desk.share(id);
        }
    }

    private void step(UUID id, Entry step) {
        switch (step.text("verb")) {
            case "answer" -> answers(id, step);
            case "submit" -> desk.submit(id);
            case "accept" -> desk.accept(id);
            case "close" -> desk.close(id);
            case "return" -> {
                Entry comments = step.get("comments");
                comments.fields()
                        .forEach(
                                (item, text) ->
                                        desk.comment(
                                                id,
                                                item.equals("whole") ? ReviewComment.WHOLE : item,
                                                text.text()));
                desk.giveBack(id);
            }
            case "reopen" -> desk.reopen(id, step.text("reason"));
            default -> throw step.broken("unknown verb \"" + step.text("verb") + "\"");
        }
    }

    private interface Saying {
        void say(AnswerKey place, Entry said);
    }

    private static void each(Entry e, String key, Saying saying) {
        Entry given = e.find(key);
        if (given != null) {
            given.fields()
                    .forEach(
                            (place, said) ->
                                    said.checked(
                                            () -> {
                                                saying.say(place(place), said);
                                                return place;
                                            }));
        }
    }

    private static AnswerKey place(String code) {
        int slash = code.indexOf('/');
        return slash < 0
                ? new AnswerKey(code, AnswerKey.WHOLE)
                : new AnswerKey(code.substring(0, slash), code.substring(slash + 1));
    }

    private static SignedIn somebody(String name, UUID organization) {
        return new SignedIn(
                UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                name,
                "demo",
                Role.MEMBER,
                organization,
                Set.of(),
                Locale.ENGLISH,
                "",
                true);
    }

    private void as(SignedIn person, int daysAgo, Runnable work) {
        SystemActor.callAs(
                person,
                () -> {
                    clock.daysAgo(daysAgo, work);
                    return true;
                });
    }
}
