@NullMarked
package org.coalitionatlas.assessment.web;

import org.jspecify.annotations.NullMarked;
