package org.coalitionatlas.identity;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * The person of the current session, as other rooms may know them. A snapshot taken at sign-in and
 * renewed with the next request after something about the account changed.
 *
 * @param organizationId the organization a member speaks for
 * @param counties FIPS codes of the counties a coordinator coordinates
 */
public record SignedIn(
        UUID id,
        String name,
        String email,
        Role role,
        @Nullable UUID organizationId,
        Set<String> counties,
        Locale locale,
        String passwordHash,
        boolean enabled)
        implements UserDetails, Serializable {

    /** How much of the directory this person may see. */
    public Reader reader() {
        return role == Role.MEMBER ? Reader.MEMBERS : Reader.COORDINATORS;
    }

    /** Whether this person administers the product. */
    public boolean isAdministrator() {
        return role == Role.ADMINISTRATOR;
    }

    /** Whether this person coordinates the county; an administrator coordinates all. */
    public boolean coordinates(String countyFips) {
        return isAdministrator() || (role == Role.COORDINATOR && counties.contains(countyFips));
    }

    /** Whether this person speaks for the organization. */
    public boolean speaksFor(UUID organization) {
        return role == Role.MEMBER && organization.equals(organizationId);
    }

    /** Whether the person may do exactly what they could before, in the same words. */
    boolean standsAs(SignedIn before) {
        return role == before.role
                && Objects.equals(organizationId, before.organizationId)
                && counties.equals(before.counties)
                && locale.equals(before.locale)
                && name.equals(before.name)
                && email.equals(before.email);
    }

    /** Whether they may see and do other things than before, so that open screens are outdated. */
    public boolean hasOtherRightsThan(SignedIn before) {
        return role != before.role
                || !Objects.equals(organizationId, before.organizationId)
                || !counties.equals(before.counties);
    }

    /** Whether the password is still the one the person came in with. */
    public boolean hasPasswordOf(SignedIn before) {
        return passwordHash.equals(before.passwordHash);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority(role.authority()));
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return email;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Without the password hash, so that a log line never carries it. */
    @Override
    public String toString() {
        return "SignedIn[" + id + ", " + role + "]";
    }
}
