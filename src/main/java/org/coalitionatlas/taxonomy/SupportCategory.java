package org.coalitionatlas.taxonomy;

import org.coalitionatlas.common.LocalText;

/** One of the 14 kinds of support that 003 describes; shown as help beside the needs it covers. */
public record SupportCategory(String code, LocalText label, LocalText help) {}
