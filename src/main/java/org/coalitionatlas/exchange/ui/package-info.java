/** The screens of the import. */
@NullMarked
package org.coalitionatlas.exchange.ui;

import org.jspecify.annotations.NullMarked;
