/** Downloads of evidence. */
@NullMarked
package org.coalitionatlas.capacity.web;

import org.jspecify.annotations.NullMarked;
