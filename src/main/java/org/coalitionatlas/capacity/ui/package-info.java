/** Portal screens of checklists: filling in, reviewing, results, comparison, paper, coalition. */
@NullMarked
package org.coalitionatlas.capacity.ui;

import org.jspecify.annotations.NullMarked;
