/** Heat map, gap list and what stands behind a cell. */
@NullMarked
package org.coalitionatlas.demand.ui;

import org.jspecify.annotations.NullMarked;
