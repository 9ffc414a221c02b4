/** The screens of partnerships and contacts held. */
@NullMarked
package org.coalitionatlas.partnership.ui;

import org.jspecify.annotations.NullMarked;
