package org.coalitionatlas.taxonomy;

import org.coalitionatlas.common.LocalText;

/**
 * A column of the reporting and referral matrix (002).
 *
 * @param axis code of the axis it belongs to
 * @param value code of the axis value it stands for
 */
public record MatrixColumn(String code, int order, String axis, String value, LocalText label) {}
