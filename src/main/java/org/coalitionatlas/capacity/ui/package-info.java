/** Screens of the capacity checklists. */
@NullMarked
package org.coalitionatlas.capacity.ui;

import org.jspecify.annotations.NullMarked;
