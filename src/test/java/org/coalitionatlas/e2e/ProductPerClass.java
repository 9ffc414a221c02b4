package org.coalitionatlas.e2e;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What one class leaves behind never reaches another, whichever comes first; registered for all
 * tests in {@code META-INF/services}.
 */
public final class ProductPerClass implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext context) {
        Browsers.leaveProduct();
    }
}
