package org.coalitionatlas.taxonomy;

import java.util.List;
import org.coalitionatlas.common.LocalText;

/**
 * One of the 33 needs of the resource assessment (003).
 *
 * @param code the key: the label is not unique ("Interpretation/ Translation" occurs twice)
 * @param order position within its phase, from 1
 * @param categories kinds of support it belongs to, possibly none
 * @param matrixRows rows of the referral matrix (002) that answer it, possibly none
 * @param allHours whether coverage requires every hour of the week (PRODUCT §7, H)
 * @param synonyms words people type for it, in both languages
 */
public record Need(
        String code,
        Phase phase,
        int order,
        LocalText label,
        List<SupportCategory> categories,
        List<String> matrixRows,
        boolean allHours,
        LocalText help,
        List<String> synonyms,
        String source) {}
