/** Administration: who may sign in, and what the coalition is. */
@NullMarked
package org.coalitionatlas.identity.ui;

import org.jspecify.annotations.NullMarked;
