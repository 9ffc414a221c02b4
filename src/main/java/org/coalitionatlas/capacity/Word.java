package org.coalitionatlas.capacity;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says at a place: one side of it, so that two people who work on different sides of
 * one answer do not overwrite each other. Each carries what the person saw there before, which is
 * how the product notices that somebody was overtaken.
 */
public sealed interface Word {

    /** A choice, or {@code null} to take it back. */
    record Chosen(@Nullable Choice saw, @Nullable Choice now) implements Word {}

    /** The answer in words; empty takes it back. */
    record Written(@Nullable String saw, @Nullable String now) implements Word {}

    /** The note beside the answer; empty takes it away. */
    record Noted(@Nullable String saw, @Nullable String now) implements Word {}

    /** Put off, or no longer. */
    record PutOff(boolean now) implements Word {}

    /** The answer still holds although the question was changed since. */
    record Confirmed() implements Word {}

    /** What then stands at the place. An answer ends putting off. */
    default Given said(Given before) {
        return switch (this) {
            case Chosen(Choice saw, Choice now) ->
                    new Given(now, before.text(), before.note(), before.later() && now == null);
            case Written(String saw, String now) ->
                    new Given(before.choice(), now, before.note(), before.later() && now == null);
            case Noted(String saw, String now) ->
                    new Given(before.choice(), before.text(), now, before.later());
            case PutOff(boolean now) ->
                    new Given(before.choice(), before.text(), before.note(), now);
            case Confirmed ignored -> before;
        };
    }

    /** Whether something stood there that the person had not seen and now replaces. */
    default boolean overtakes(Given before) {
        return switch (this) {
            case Chosen(Choice saw, Choice now) ->
                    before.choice() != null && before.choice() != saw && before.choice() != now;
            case Written(String saw, String now) -> unseen(before.text(), saw, now);
            case Noted(String saw, String now) -> unseen(before.note(), saw, now);
            case PutOff ignored -> false;
            case Confirmed ignored -> false;
        };
    }

    private static boolean unseen(
            @Nullable String before, @Nullable String saw, @Nullable String now) {
        return before != null && !before.equals(saw) && !Objects.equals(before, now);
    }
}
