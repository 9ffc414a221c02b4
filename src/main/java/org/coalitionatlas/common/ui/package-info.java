/** The few building blocks every portal view shares: one way to notify, to be empty, to confirm. */
@NullMarked
@NamedInterface("ui")
package org.coalitionatlas.common.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
