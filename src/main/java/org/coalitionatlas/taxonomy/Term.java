package org.coalitionatlas.taxonomy;

import java.util.List;
import org.coalitionatlas.common.LocalText;

/**
 * A coded word of a closed list: a population, an organization kind or a language.
 *
 * @param synonyms words people type for it, in both languages; possibly none
 */
public record Term(String code, LocalText label, List<String> synonyms) {}
