package org.coalitionatlas.taxonomy;

import org.coalitionatlas.common.LocalText;

/** A row of the reporting and referral matrix (002). */
public record MatrixRow(String code, int order, LocalText label) {}
