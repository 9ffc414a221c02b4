/** The page where anybody stops a kind of e-mail without signing in. */
@NullMarked
package org.coalitionatlas.mail.web;

import org.jspecify.annotations.NullMarked;
