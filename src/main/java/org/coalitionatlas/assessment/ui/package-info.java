/** Portal screens of the resource assessment: the counties, and the sheet of one county. */
@NullMarked
package org.coalitionatlas.assessment.ui;

import org.jspecify.annotations.NullMarked;
