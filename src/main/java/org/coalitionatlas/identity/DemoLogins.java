package org.coalitionatlas.identity;

import java.util.List;

/**
 * The accounts of the demo coalition, which the sign-in page shows so that anybody can look around.
 * There is such a bean only where the demo is loaded.
 */
public interface DemoLogins {

    /** The accounts in the order they are shown. */
    List<Login> logins();

    /**
     * One demo account.
     *
     * @param name who it is
     * @param password the password itself: the demo holds nothing real
     */
    record Login(String name, Role role, String email, String password) {}
}
