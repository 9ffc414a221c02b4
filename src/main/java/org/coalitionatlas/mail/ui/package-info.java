/** The administrator's screen of outgoing e-mail. */
@NullMarked
package org.coalitionatlas.mail.ui;

import org.jspecify.annotations.NullMarked;
