package org.coalitionatlas.common;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of a table that name an organization, and follow it when it is merged into another: what a
 * room does on {@link OrganizationsMerged} when a row simply changes its owner. Where the other
 * already has the same, its row stands and this one stays with its own, out of sight, until the
 * merge is taken back. Which rows went is kept in a table of the same name ending in {@code
 * _merged}, with columns {@code merge_id} and {@code row_id}.
 *
 * <p>Names of tables and columns come from the code of a room, never from anybody's input.
 */
public final class FollowingRows {

    private final JdbcClient jdbc;
    private final String table;
    private final String owner;
    private final String counted;
    private final String rival;

    /**
     * @param owner the column that names the organization
     * @param counter a column that counts changes of the row; empty without one
     * @param same columns that tell one thing of an organization from another; without any, all
     *     rows follow
     */
    public FollowingRows(
            JdbcClient jdbc, String table, String owner, String counter, List<String> same) {
        this.jdbc = jdbc;
        this.table = table;
        this.owner = owner;
        this.counted = counter.isEmpty() ? "" : ", %1$s = %1$s + 1".formatted(counter);
        this.rival =
                same.isEmpty()
                        ? "1 = 0"
                        : same.stream()
                                .map(column -> "o.%1$s = a.%1$s".formatted(column))
                                .collect(Collectors.joining(" and "));
    }

    /** Moves what follows into the other organization. */
    public void follow(OrganizationsMerged merged) {
        byte[] merge = Ids.bytes(merged.mergeId());
        byte[] into = Ids.bytes(merged.into().value());
        jdbc.sql(
                        """
                        insert into %1$s_merged (merge_id, row_id)
                        select ?, a.id from %1$s a where a.%2$s = ? and not exists (
                          select 1 from %1$s o where o.%2$s = ? and %3$s)
                        """
                                .formatted(table, owner, rival))
                .params(merge, Ids.bytes(merged.from().value()), into)
                .update();
        own(into, merge);
    }

    /** Brings back what followed. */
    public void goBack(OrganizationsSeparated separated) {
        byte[] merge = Ids.bytes(separated.mergeId());
        own(Ids.bytes(separated.from().value()), merge);
        jdbc.sql("delete from %s_merged where merge_id = ?".formatted(table)).param(merge).update();
    }

    private void own(byte[] organization, byte[] merge) {
        jdbc.sql(
                        """
                        update %1$s set %2$s = ?%3$s where id in (
                          select row_id from %1$s_merged where merge_id = ?)
                        """
                                .formatted(table, owner, counted))
                .params(organization, merge)
                .update();
    }
}
