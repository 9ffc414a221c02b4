package org.coalitionatlas.directory;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes and reads the views kept in the index. Its own mapper, so that no setting for web answers
 * changes what is stored. Empty lists are written, so that a view read again has no list missing.
 */
@Component
class ViewJson {

    private final JsonMapper mapper =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            include ->
                                    include.withValueInclusion(
                                            com.fasterxml.jackson.annotation.JsonInclude.Include
                                                    .NON_NULL))
                    .build();

    JsonMapper mapper() {
        return mapper;
    }
}
