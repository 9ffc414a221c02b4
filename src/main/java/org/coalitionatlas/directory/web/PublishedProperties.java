package org.coalitionatlas.directory.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the published directory, under {@code atlas.published}.
 *
 * @param searchesPerMinute searches one network address may make in a minute; 0 is no limit
 * @param indexable whether search engines may list the pages
 * @param rememberedMegabytes room for search pages that are sent again as they were within the
 *     minute; 0 makes each of them anew
 */
@ConfigurationProperties("atlas.published")
record PublishedProperties(
        @DefaultValue("60") int searchesPerMinute,
        @DefaultValue("true") boolean indexable,
        @DefaultValue("8") int rememberedMegabytes) {}
